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
                IsShared = folder.First.Path == PathRules.SameFolder,
                IsOnlyModels = IsSnapshot(folder),
                Cancellation = run.Cancellation,
            });
            if (folder.Content.Error is { } error)
                run.Report(Findings.Rules.FileUnreadable, folder.First, folder.First.PathRegion, $"The folder {Shown.Name(folder.First.Path)} cannot be listed: {Text.Printable.Of(error)}; without its list of files an added one would go unseen");
        }
    }

    // Several files out of a hub's repository are a snapshot of it: what else lies there was put there, a project included.
    private static bool IsSnapshot(ModelFolder folder) =>
        folder.First.Source?.Type is SourceType.HuggingFace or SourceType.Oci or SourceType.Ollama && folder.First.Files.Count > 1;
}
