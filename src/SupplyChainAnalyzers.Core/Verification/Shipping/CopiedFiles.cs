using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Core.Verification.Checks;

namespace SupplyChainAnalyzers.Core.Verification.Shipping;

/// <summary>Hashes copies of declared files where they arrived.</summary>
internal static class CopiedFiles
{
    /// <summary>Adds the findings of all <paramref name="copies"/>.</summary>
    public static void Check(VerificationRun run, IReadOnlyList<ShippedCopy> copies)
    {
        var declared = new Dictionary<string, DeclaredFile>(DeclaredPath.Comparer);
        foreach (var file in run.Files)
            declared[file.FullPath] = file;

        var files = new List<DeclaredFile>();
        var paths = new List<string>();
        foreach (var copy in copies)
        {
            if (!declared.TryGetValue(Path.GetFullPath(copy.Source), out var file))
                continue;

            var destination = Path.GetFullPath(copy.Destination);
            if (DeclaredPath.Same(destination, file.FullPath))
                continue; // shipped from where it lies, which was verified

            if (copy.Hidden is not null)
                run.Report(Unchecked(file, $"could not be checked: it is {Text.Printable.Of(copy.Hidden)}; ship it beside, not inside"));
            else if (!File.Exists(destination))
                run.Report(Unchecked(file, $"is not at its destination {Shown.Name(destination)}; it was renamed, compressed or removed after the copy"));
            else
                Add(file, destination);
        }

        Compare(run, files, paths);

        void Add(DeclaredFile file, string destination)
        {
            files.Add(file);
            paths.Add(destination);
        }
    }

    private static void Compare(VerificationRun run, List<DeclaredFile> files, List<string> destinations)
    {
        // A file that this build makes has no declared digest: its source, as it is now, stands for it.
        var made = files.FindAll(static file => file.Entry.Sha256 is null);
        var digests = Digests.Of(run, [.. destinations.Concat(made.Select(static file => file.FullPath)).Select(static path => new HashJob(path))]);
        for (int i = 0, source = destinations.Count; i < files.Count; i++)
        {
            var (file, found) = (files[i], digests[i]);
            var expected = file.Entry.Sha256 ?? digests[source++].Sha256;
            if (found.Status != HashStatus.Hashed)
                run.Report(Unchecked(file, $"could not be checked at {Shown.Name(destinations[i])}: {Text.Printable.Of(found.Reason)}"));
            else if (found.Sha256 != expected)
                run.Report(Differs(file, destinations[i], found.Sha256, expected));
        }
    }

    private static Finding Unchecked(DeclaredFile file, string reason) =>
        file.Note(Rules.ShippedUnchecked, file.Entry.Region, $"{file.Name} {reason}");

    private static Finding Differs(DeclaredFile file, string destination, string found, string expected) =>
        file.Note(Rules.ShippedDiffers, file.Entry.Sha256 is null ? file.Entry.Region : file.Entry.Sha256Region, $"{Shown.Name(destination)} is not the verified {file.Name}: found {Shown.Digest(found)}, expected {(expected.Length == 0 ? "a file that cannot be read" : Shown.Digest(expected))}; look for a later step that writes it") with { Subject = destination, Sha256 = found };
}
