using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Core.Locking.Assembly;
using SupplyChainAnalyzers.Core.Locking.HuggingFace;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Core.Verification.Disk;

namespace SupplyChainAnalyzers.Core.Locking.Discovery;

/// <summary>
/// A repository in a Hugging Face cache:
/// <code>
/// models--owner--name/
///   blobs/&lt;tag&gt;                the contents
///   refs/&lt;name&gt;                the commit a branch or tag points to
///   snapshots/&lt;commit&gt;/&lt;path&gt;   links into blobs; real files on Windows without the right to make links
/// </code>
/// Each snapshot is a model. The blobs are not looked at: they are the same files under names that say nothing.
/// </summary>
internal sealed class HubCacheWalker(FolderLister lister, LockFindings findings)
{
    private const int CommitLength = 40;

    /// <summary>Whether <paramref name="folder"/> has this layout.</summary>
    public static bool IsCache(FileSystemInfo folder) =>
        HubRepository.OfCacheFolder(folder.Name) is not null && Directory.Exists(SnapshotsOf(folder));

    /// <summary>Its snapshots; other folders are left out.</summary>
    public FoundFolder Enter(FileSystemInfo folder, string path)
    {
        var repository = HubRepository.OfCacheFolder(folder.Name)!;
        var blobs = RealPath.Of(Path.Combine(folder.FullName, "blobs"));
        var snapshots = lister.List(SnapshotsOf(folder), 0)
            .Where(static entry => FolderLister.IsFolder(entry) && !FolderLister.IsLink(entry) && Hex.Is(entry.Name, CommitLength))
            .Select(entry => Snapshot(entry.FullName, path + "/snapshots/" + entry.Name, blobs, 1) with
            {
                Snapshot = new HubSnapshot(repository, entry.Name, folder.FullName),
            });
        return new FoundFolder(path, folder.FullName, [], [.. snapshots], IsProject: false);
    }

    private FoundFolder Snapshot(string fullPath, string path, string? blobs, int depth)
    {
        var files = new List<FoundFile>();
        var folders = new List<FoundFolder>();
        foreach (var entry in lister.List(fullPath, depth))
        {
            var entryPath = path + "/" + entry.Name;
            if (FolderLister.IsLink(entry))
                AddLink(entry, entryPath, blobs, files);
            else if (FolderLister.IsFolder(entry))
                folders.Add(Snapshot(entry.FullName, entryPath, blobs, depth + 1));
            else
                files.AddRange(FoundFile.At(entry.FullName, entryPath) is { } file ? [file] : []);
        }

        return new FoundFolder(path, fullPath, files, folders, IsProject: false);
    }

    private void AddLink(FileSystemInfo link, string path, string? blobs, List<FoundFile> files)
    {
        // The final target counts, so a blob that is itself a link to elsewhere does not pass.
        var target = RealPath.Of(link.FullName);
        if (target is not null && blobs is not null && Path.GetDirectoryName(target) == blobs && FoundFile.At(target, path) is { } found)
        {
            files.Add(found with { FullPath = link.FullName, HubTag = Path.GetFileName(target) });
            return;
        }

        findings.Add(new Finding(Rules.LinkEscapes, $"{Printable.Of(path)} is a link that does not lead to a blob of its own repository; download the model again")
        {
            Subject = link.FullName,
        });
    }

    private static string SnapshotsOf(FileSystemInfo folder) => Path.Combine(folder.FullName, "snapshots");
}
