using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.Core.Verification.Shipping;

/// <summary>Compares a package's entries with the declared files that were to be packed, and its models with the lock.</summary>
internal static class PackedFiles
{
    /// <summary>Adds the findings of one package.</summary>
    public static void Check(VerificationRun run, ShippedPackage package)
    {
        var packed = Packed(run, package.Sources);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var sizes = new HashSet<long>();
        foreach (var file in packed)
        {
            names.Add(Path.GetFileName(file.FullPath));
            sizes.Add(file.Entry.Size ?? -1);
        }

        List<PackageEntry> entries;
        try
        {
            using var stream = new FileStream(package.Path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            entries = PackageReader.Read(stream, (name, size) => names.Contains(name) || sizes.Contains(size), run.Cancellation);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException or NotSupportedException)
        {
            run.Findings.Add(new Finding(Rules.ShippedUnchecked, $"{Shown.Name(Path.GetFileName(package.Path))} cannot be read, so no model in it was checked: {Text.Printable.Of(e.Message)}; pack again") { File = package.ProjectFile, Subject = package.Path });
            return;
        }

        Compare(run, package, packed, entries);
    }

    private static void Compare(VerificationRun run, ShippedPackage package, List<DeclaredFile> packed, List<PackageEntry> entries)
    {
        var present = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in entries)
            present.Add(entry.Sha256);

        var explained = new HashSet<PackageEntry>();
        foreach (var file in packed)
        {
            if (file.Entry.Sha256 is null || present.Contains(file.Entry.Sha256))
                continue;

            // What stands in its place, unless that is itself declared.
            var other = entries.Find(entry => IsNamed(entry, file) && run.Declared.Find(entry.Sha256) is null);
            if (other is not null)
                explained.Add(other);

            run.Report(other is null ? NotFound(file, package) : Differs(file, package, other));
        }

        foreach (var entry in entries)
        {
            if (!(entry.Format.IsModel || entry.Format.RunsCode) || run.Declared.Find(entry.Sha256) is not null || explained.Contains(entry))
                continue;

            // A zip may hold a name twice, and readers disagree which of the two counts.
            if (packed.Find(file => file.Entry.Sha256 is not null && IsNamed(entry, file)) is { } twin)
                run.Report(Differs(twin, package, entry));
            else
                run.Findings.Add(NotDeclared(package, entry));
        }
    }

    private static bool IsNamed(PackageEntry entry, DeclaredFile file) =>
        entry.FileName.Equals(Path.GetFileName(file.FullPath), StringComparison.OrdinalIgnoreCase);

    private static List<DeclaredFile> Packed(VerificationRun run, IReadOnlyList<string> sources)
    {
        var wanted = new HashSet<string>(DeclaredPath.Comparer);
        foreach (var source in sources)
            wanted.Add(Path.GetFullPath(source));

        return run.Files.FindAll(file => wanted.Contains(file.FullPath));
    }

    private static Finding Differs(DeclaredFile file, ShippedPackage package, PackageEntry entry) =>
        file.Note(Rules.ShippedDiffers, file.Entry.Sha256Region, $"{Shown.Name(entry.Name)} in {Shown.Name(Path.GetFileName(package.Path))} is not the verified {file.Name}: found {Shown.Digest(entry.Sha256)}, declared {Shown.Digest(file.Entry.Sha256!)}; look for a step that writes it before pack") with { Sha256 = entry.Sha256, Member = entry.Name };

    private static Finding NotFound(DeclaredFile file, ShippedPackage package) =>
        file.Note(Rules.ShippedUnchecked, file.Entry.Region, $"{file.Name} is to be packed but its bytes are nowhere in {Shown.Name(Path.GetFileName(package.Path))}; look for a step that renames or rewrites it");

    private static Finding NotDeclared(ShippedPackage package, PackageEntry entry) =>
        new(Rules.ShippedNotDeclared, $"{Shown.Name(entry.Name)} ({entry.Format.Id}, {Shown.Bytes(entry.Size)}) in {Shown.Name(Path.GetFileName(package.Path))} is not declared in models.lock; run: models lock, or: dotnet build -t:SupplyChainLock")
        {
            File = package.ProjectFile,
            Subject = package.Path,
            Sha256 = entry.Sha256,
            Member = entry.Name,
        };
}
