using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Hashing;

namespace SupplyChainAnalyzers.Core.Verification.Checks;

/// <summary>A file is not the declared one: says what it is instead. The explanation that helps most comes first.</summary>
internal static class Differences
{
    /// <summary>One finding: SCA2108, 2105, 2107, 2109, 2102, 2103 or 2104.</summary>
    public static Finding Explain(VerificationRun run, DeclaredFile file, FileHead? head)
    {
        if (head is not null && LfsPointer.TryParse(head.Bytes, head.Bytes.Length, out var oid, out _))
            return Pointer(file, oid);

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
            return file.Fault(Rules.FileTruncated, file.Entry.SizeRegion, $"{sizes}; a download that broke off, most often: get the file again, or {file.LockCommand}, if you changed it");
        if (file.Size > declared)
            return file.Fault(Rules.FileSize, file.Entry.SizeRegion, $"{sizes}; restore it, or {file.LockCommand}, if you changed it");

        return file.Fault(Rules.FileHash, file.Entry.Sha256Region, $"{file.Name} is not what models.lock declares: found {Shown.Digest(file.Sha256!)}, declared {Shown.Digest(file.Entry.Sha256!)}; restore it, or {file.LockCommand}, if you changed it");
    }

    private static Finding Pointer(DeclaredFile file, string oid)
    {
        var path = Text.Printable.Of(Manifest.PathRules.Join(file.Model.Path, file.Entry.Path));
        var which = oid == file.Entry.Sha256 ? "its content was not fetched" : $"and to other content than declared ({Shown.Digest(oid)})";
        return file.Fault(Rules.LfsPointer, file.Entry.Region, $"{file.Name} is a Git LFS pointer; {which}; run: git lfs pull --include=\"{path}\"");
    }

    // A text or an unknown that differs has changed; a model or a pickle where another format belongs was put there.
    private static bool IsClearlyOther(DeclaredFile file, ModelFormat found) =>
        (found.IsModel || found.RunsCode)
        && (ModelFormats.Find(file.Entry.Format) is not { } declared || !FormatMatch.Agrees(declared, found));
}
