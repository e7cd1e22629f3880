using SupplyChainAnalyzers.Core.Locking.Assembly;
using SupplyChainAnalyzers.Core.Locking.GitIgnore;

namespace SupplyChainAnalyzers.Core.Locking.Discovery;

/// <summary>
/// Walks a folder and sniffs its files. Ignored folders are not entered and links are not followed, but for those of a
/// Hugging Face cache, see <see cref="HubCacheWalker"/>.
/// </summary>
internal sealed class FolderWalker
{
    private readonly FolderLister _lister;
    private readonly HubCacheWalker _hubCache;
    private readonly bool _includeIgnored;
    private readonly string _ignorePrefix;

    private FolderWalker(bool includeIgnored, string ignorePrefix, LockFindings findings, CancellationToken cancellation)
    {
        _lister = new FolderLister(findings, cancellation);
        _hubCache = new HubCacheWalker(_lister, findings);
        _includeIgnored = includeIgnored;
        _ignorePrefix = ignorePrefix;
    }

    /// <summary>Walks <paramref name="path"/>, a folder relative to <paramref name="lockFolder"/>.</summary>
    /// <param name="lockFolder">Absolute path.</param>
    /// <param name="path">Where to begin; named on purpose, so it is entered even when it is ignored.</param>
    /// <param name="includeIgnored">Whether .gitignore is left aside.</param>
    /// <param name="findings">Receives what could not be looked at.</param>
    /// <param name="cancellation">Ends the walk.</param>
    public static FoundFolder Walk(string lockFolder, string path, bool includeIgnored, LockFindings findings, CancellationToken cancellation)
    {
        // .gitignore counts from the top of the repository, which may lie above the lock.
        var repository = IgnoreReader.RepositoryRoot(lockFolder);
        var prefix = lockFolder.Substring(repository.Length).Replace(Path.DirectorySeparatorChar, '/').Trim('/');
        var walker = new FolderWalker(includeIgnored, prefix.Length == 0 ? "" : prefix + "/", findings, cancellation);
        var above = includeIgnored ? null : IgnoreReader.Above(repository, walker.IgnorePath(path));
        return walker.Enter(RelativePath.FullPath(lockFolder, path), path, above, 0);
    }

    private FoundFolder Enter(string fullPath, string path, IgnoreScope? outer, int depth)
    {
        var files = new List<FoundFile>();
        var folders = new List<FoundFolder>();
        var isProject = false;
        var entries = _lister.List(fullPath, depth);
        var scope = _includeIgnored ? null : IgnoreReader.Enter(outer, fullPath, IgnorePath(path));
        foreach (var entry in entries)
        {
            isProject |= SkippedNames.IsProjectFile(entry.Name);
            var entryPath = RelativePath.Join(path, entry.Name);
            var isFolder = FolderLister.IsFolder(entry);
            if (FolderLister.IsLink(entry) || SkippedNames.Contains(entry.Name, isFolder) || IgnoreScope.IsIgnored(scope, IgnorePath(entryPath), isFolder))
                continue;

            if (!isFolder)
                files.AddRange(FoundFile.At(entry.FullName, entryPath) is { } file ? [file] : []);
            else if (HubCacheWalker.IsCache(entry))
                folders.Add(_hubCache.Enter(entry, entryPath));
            else
                folders.Add(Enter(entry.FullName, entryPath, scope, depth + 1));
        }

        return new FoundFolder(path, fullPath, files, folders, isProject);
    }

    private string IgnorePath(string path) => path == RelativePath.Self ? _ignorePrefix.TrimEnd('/') : _ignorePrefix + path;
}
