using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Core.Verification.Disk;

namespace SupplyChainAnalyzers.Core.Verification.Checks;

/// <summary>Lists each model folder once.</summary>
internal static class FolderListing
{
    /// <summary>Fills <see cref="ModelFolder.Content"/> of the folders in scope.</summary>
    public static void Run(VerificationRun run)
    {
        var all = new HashSet<string>(run.Folders.Keys, DeclaredPath.Comparer);
        foreach (var folder in run.Folders.Values)
        {
            if (!folder.IsInScope)
                continue;

            folder.Content = FolderWalk.Run(new FolderWalkOptions
            {
                Folder = folder.Path,
                DeclaredPrefixes = folder.Prefixes,
                OtherFolders = all,
                IsShared = folder.IsLocks,
                IsOnlyModels = IsSnapshot(folder),
                Cancellation = run.Cancellation,
            });
            Report(run, folder);
        }
    }

    /// <summary>What SCA2111 says of a folder.</summary>
    public static string InOtherCase(ModelEntry model, string other) =>
        $"{Shown.Name(other)} on the disk, {Shown.Name(model.Path)} in the lock; rename it: git mv {Shown.Name(other)} {Shown.Name(model.Path)}";

    private static void Report(VerificationRun run, ModelFolder folder)
    {
        var first = folder.First;
        if (folder.Content.Error is { } error)
            run.Report(Rules.FileUnreadable, first, first.PathRegion, $"The folder {Shown.Name(first.Path)} cannot be listed: {Text.Printable.Of(error)}; without its list of files an added one would go unseen", folder.Path);

        // Elsewhere the folder would not have been found.
        if (DeclaredPath.IgnoresCase && folder.Content.Exists && !folder.IsLocks && FolderCase.Find(run.LockFolder, first.Path) is { } other)
            run.Report(Rules.FileCase, first, first.PathRegion, InOtherCase(first, other), folder.Path);
    }

    // Several files out of a hub's repository are a snapshot of it: what else lies there was put there, a project included.
    private static bool IsSnapshot(ModelFolder folder) =>
        folder.First.Source?.Type is SourceType.HuggingFace or SourceType.Oci or SourceType.Ollama && folder.First.Files.Count > 1;
}
