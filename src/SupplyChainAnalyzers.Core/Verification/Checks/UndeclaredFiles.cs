using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Core.Verification.Disk;

namespace SupplyChainAnalyzers.Core.Verification.Checks;

/// <summary>
/// SCA2106. In a folder of models every undeclared file is one too many, but for the fixed list of <see cref="UndeclaredFile"/>.
/// In a shared folder (the lock's own, or one with a project) it is a file that lies beside a declared one and is a model
/// by its first bytes. A folder in which no digest is fixed (built, external) has no set of files to defend.
/// </summary>
internal static class UndeclaredFiles
{
    /// <summary>Findings of one folder; more say nothing new, and a hostile folder must not flood the log.</summary>
    private const int MaxFindings = 50;

    /// <summary>Adds the findings of every folder in scope.</summary>
    public static void Run(VerificationRun run)
    {
        foreach (var (folder, added) in Find(run))
            Report(run, folder, added);
    }

    /// <summary>The undeclared files of every folder in scope that has any, in ordinal order. Whoever writes a lock takes these in.</summary>
    public static IEnumerable<(ModelFolder Folder, IReadOnlyList<FolderEntry> Added)> Find(VerificationRun run)
    {
        HashSet<string>? known = null;
        foreach (var folder in run.Folders.Values)
        {
            if (folder.IsInScope
                && folder.Content.Entries.Count > folder.Matched
                && folder.Files.Exists(static file => file.Entry.Sha256 is not null)
                && Added(folder, known ??= Known(run)) is { Count: > 0 } added)
            {
                yield return (folder, added);
            }
        }
    }

    private static List<FolderEntry> Added(ModelFolder folder, HashSet<string> known)
    {
        var added = new List<FolderEntry>();
        foreach (var entry in folder.Content.Entries.Values)
        {
            if (!known.Contains(entry.FullPath) && !UndeclaredFile.IsHarmless(entry.Name) && (!folder.Content.IsShared || IsModelBeside(folder, entry)))
                added.Add(entry);
        }

        added.Sort(static (left, right) => string.CompareOrdinal(left.Path, right.Path));
        return added;
    }

    private static void Report(VerificationRun run, ModelFolder folder, IReadOnlyList<FolderEntry> added)
    {
        for (var i = 0; i < added.Count && i < MaxFindings; i++)
            Report(run, folder, added[i].FullPath, $"{NameOf(folder, added[i])} is not declared for '{folder.First.Name}'; remove it, or run: {Command(folder, added[i])}");

        if (added.Count > MaxFindings)
        {
            var more = Shown.Number(added.Count - MaxFindings);
            Report(run, folder, folder.Path, $"{Shown.Name(folder.First.Path)} holds {more} more files that are not declared; remove them, or run: models lock {folder.First.Name}");
        }
    }

    private static string NameOf(ModelFolder folder, FolderEntry entry) => Shown.Name(PathRules.Join(folder.First.Path, entry.Path));

    // A model of its own gets an entry of its own.
    private static string Command(ModelFolder folder, FolderEntry entry) =>
        FileHead.Read(entry.FullPath) is { Format.IsModel: true } ? "models lock" : "models lock " + folder.First.Name;

    private static void Report(VerificationRun run, ModelFolder folder, string subject, string message) =>
        run.Report(Rules.FileNotDeclared, folder.First, folder.First.Region, message, subject);

    private static bool IsModelBeside(ModelFolder folder, FolderEntry entry) =>
        !entry.IsFolder
        && folder.Prefixes.Contains(entry.Path.Substring(0, entry.Path.LastIndexOf('/') + 1))
        && FileHead.Read(entry.FullPath)?.Format is { } format
        && (format.IsModel || format.RunsCode);

    // Besides declared files: what an entry of the lock names elsewhere.
    private static HashSet<string> Known(VerificationRun run)
    {
        var known = new HashSet<string>(DeclaredPath.Comparer);
        foreach (var file in run.Files)
            known.Add(file.FullPath);

        foreach (var model in run.Models.Models.Values)
        {
            foreach (var path in NamedElsewhere(model))
            {
                if (path is not null)
                    known.Add(DeclaredPath.Of(run.LockFolder, model.Path, path));
            }
        }

        return known;
    }

    // While a lock is made, formats are not known yet: whichever of its files is the model.
    private static IEnumerable<string?> Golden(ModelEntry model) =>
        model.Behavior?.GoldenSha256 is null ? [] : model.Files.Keys.Select(GoldenFiles.PathFor);

    private static IEnumerable<string?> NamedElsewhere(ModelEntry model) =>
    [
        model.Signature?.Bundle,
        model.Behavior?.Probe?.Path,
        model.Behavior?.Labels?.Path,
        model.Behavior?.Training?.Path,
        .. Golden(model),
        model.Provenance?.Attestation,
        .. model.Provenance?.Datasets.Values.SelectMany(static dataset => dataset.Files.Keys) ?? [],
    ];
}
