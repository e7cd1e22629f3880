using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Core.Manifest;

namespace SupplyChainAnalyzers.Core.Verification.Checks;

/// <summary>A file is not the declared one: says what it is instead. The explanation that helps most comes first.</summary>
internal static class Differences
{
    /// <summary>One finding: SCA2108, 2105, 2107, 2109, 2102, 2103 or 2104.</summary>
    public static Finding Explain(VerificationRun run, DeclaredFile file, FileHead? head)
    {
        if (head is not null && LfsPointer.TryParse(head.Bytes, head.Bytes.Length, out var oid, out _))
            return Pointer(run, file, oid);

        if (file.Sha256 is not null && run.Declared.Find(file.Sha256) is { } other)
            return file.Fault(Rules.FileSwapped, file.Entry.Region, $"{file.Name} holds the content of {other.Name}; put each file back in its place");

        if (head is not null && IsClearlyOther(file, head.Format))
            return FormatCheck.Contradiction(file, head.Format);

        var declared = file.Entry.Size ?? file.Size;
        if (LineEndings.ExplainsDifference(file.OpenPath, file.Entry.Sha256!, declared))
        {
            var how = file.Size > declared ? "CRLF here, LF declared" : "LF here, CRLF declared";
            return file.Fault(Rules.LineEndings, file.Entry.Sha256Region, $"{file.Name} differs only in its line endings ({how}); mark it -text in .gitattributes and check it out again");
        }

        var sizes = $"{file.Name} has {Shown.Bytes(file.Size)}, {Shown.Number(declared)} are declared";
        if (file.Size < declared)
            return file.Fault(Rules.FileTruncated, file.Entry.SizeRegion, $"{sizes}; a download broke off, most often: get the file again, or, if the change is wanted, {file.LockCommand}");
        if (file.Size > declared)
            return file.Fault(Rules.FileSize, file.Entry.SizeRegion, $"{sizes}; restore it, or, if the change is wanted, {file.LockCommand}");

        var digests = $"found {Shown.Digest(file.Sha256!)}, declared {Shown.Digest(file.Entry.Sha256!)}";
        return file.Fault(Rules.FileHash, file.Entry.Sha256Region, $"{file.Name} is not what models.lock declares: {digests}; restore it, or, if the change is wanted, {file.LockCommand}");
    }

    private static Finding Pointer(VerificationRun run, DeclaredFile file, string oid)
    {
        // Git LFS matches its patterns from the root of the repository.
        LockLocator.FindNearest(run.LockFolder, out _, out var root);
        var path = Text.Printable.Of(DeclaredPath.RelativeTo(root ?? run.LockFolder, file.FullPath));
        var which = oid == file.Entry.Sha256 ? "its content was not fetched" : $"and to other content than declared ({Shown.Digest(oid)})";
        return file.Fault(Rules.LfsPointer, file.Entry.Region, $"{file.Name} is a Git LFS pointer; {which}; run: git lfs pull --include=\"{path}\"");
    }

    // A text or an unknown that differs has changed; a model or a pickle where another format belongs was put there.
    private static bool IsClearlyOther(DeclaredFile file, ModelFormat found) =>
        (found.IsModel || found.RunsCode)
        && (ModelFormats.Find(file.Entry.Format) is not { } declared || !FormatMatch.Agrees(declared, found));
}
