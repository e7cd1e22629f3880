using SupplyChainAnalyzers.Core.Scanning.Signatures;
using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Signatures.Oms;

/// <summary>
/// A model on disk. Links are listed, never walked through: a folder behind a link counts as one strange item. What the caller has
/// hashed is not read again: he vouches for these bytes, whatever has become of the file since, and also for links that led to them.
/// </summary>
internal sealed class DiskModel : IModelContent, IDisposable
{
    private const int MaxItems = 1_000_000;

    private readonly string _root;
    private readonly bool _isFile;
    private readonly bool _isOnlyKnown;
    private readonly Dictionary<string, KnownFile> _known;
    private readonly ReadingSteps? _progress;
    private DigestsAhead? _ahead;

    /// <param name="path">Absolute path of a folder or a file.</param>
    /// <param name="known">Files whose SHA-256 the caller knows.</param>
    /// <param name="isOnlyKnown">Whether these are all of the model, in a folder that others share.</param>
    /// <param name="progress">Told what is read.</param>
    /// <exception cref="IOException">It is not there, or cannot be listed.</exception>
    public DiskModel(string path, IReadOnlyList<KnownFile>? known = null, bool isOnlyKnown = false, ReadingSteps? progress = null)
    {
        _progress = progress;
        _root = Path.GetFullPath(path);
        _isFile = !Directory.Exists(_root);
        _isOnlyKnown = isOnlyKnown;
        _known = (known ?? []).ToDictionary(static file => file.Path, StringComparer.Ordinal);
        var found = _isFile ? [Item(new FileInfo(_root), Path.GetFileName(_root))] : isOnlyKnown ? [] : Walk();
        Items = [.. found.Where(item => !_known.ContainsKey(item.Path)).Concat(_known.Values.Select(Item)).OrderBy(static item => item.Path, StringComparer.Ordinal)];
        IsSingleFile = _isFile || _known.Count == 1;
    }

    public bool IsSingleFile { get; }

    public IReadOnlyList<ModelItem> Items { get; }

    /// <summary>Begins to hash the files that <paramref name="where"/> names, by SHA-256, which nearly all signatures are about. Once.</summary>
    public void HashAhead(Func<string, bool> where) => _ahead = new DigestsAhead(
        Items.Where(item => item.Kind == ModelItemKind.File && !_known.ContainsKey(item.Path) && where(item.Path)),
        (path, stop) => Read(path, OmsHash.Sha256, 0, null, stop));

    public byte[] Digest(string path, OmsHash hash, long start = 0, long? end = null)
    {
        if (hash == OmsHash.Sha256 && start == 0 && _known.TryGetValue(path, out var known) && (end ?? known.Size) == known.Size)
            return Convert.FromHexString(known.Sha256);

        if (hash != OmsHash.Sha256 || start != 0 || end is not null)
            _ahead?.Stop(); // a statement speaks of whole files by SHA-256, or of none

        return _ahead?.Take(path) ?? Read(path, hash, start, end, CancellationToken.None);
    }

    public ModelItem? Find(string path) =>
        _isOnlyKnown && new FileInfo(Path.Combine(_root, path)) is { } file && (file.Exists || file.LinkTarget is not null) ? Item(file, path) : null;

    /// <summary>Ends what was begun; no file is left open.</summary>
    public void Dispose() => _ahead?.Dispose();

    private byte[] Read(string path, OmsHash hash, long start, long? end, CancellationToken stop)
    {
        using var handle = InputFile.Open(_isFile ? _root : Path.Combine(_root, path));
        using var stream = new FileStream(handle, FileAccess.Read, bufferSize: 0);
        stream.Position = start;
        return OmsHashes.Compute(hash, stream, (end ?? stream.Length) - start, count =>
        {
            stop.ThrowIfCancellationRequested();
            _progress?.Add(count);
        });
    }

    private static ModelItem Item(KnownFile file) => new(file.Path, file.Size, ModelItemKind.File);

    private IEnumerable<ModelItem> Walk()
    {
        var options = new EnumerationOptions { RecurseSubdirectories = false, AttributesToSkip = 0, IgnoreInaccessible = false, ReturnSpecialDirectories = false };
        var folders = new Stack<DirectoryInfo>([new DirectoryInfo(_root)]);
        for (var count = 0; folders.TryPop(out var folder);)
        {
            foreach (var entry in folder.EnumerateFileSystemInfos("*", options))
            {
                if (++count > MaxItems)
                    throw new IOException($"the model holds more than {MaxItems} files");

                if (entry is DirectoryInfo inner && inner.LinkTarget is null)
                    folders.Push(inner);
                else
                    yield return Item(entry, Path.GetRelativePath(_root, entry.FullName).Replace(Path.DirectorySeparatorChar, '/'));
            }
        }
    }

    private static ModelItem Item(FileSystemInfo entry, string path)
    {
        if (entry.LinkTarget is not null)
        {
            var target = entry.ResolveLinkTarget(returnFinalTarget: true) as FileInfo;
            return target is { Exists: true } && IsRegular(target) ? new ModelItem(path, target.Length, ModelItemKind.Link) : new ModelItem(path, 0, ModelItemKind.Other);
        }

        return entry is FileInfo { Exists: true } file && IsRegular(file) ? new ModelItem(path, file.Length, ModelItemKind.File) : new ModelItem(path, 0, ModelItemKind.Other);
    }

    // Pipes, sockets and devices have no attribute but this.
    private static bool IsRegular(FileInfo file) => OperatingSystem.IsWindows() || (file.Attributes & (FileAttributes.Device | FileAttributes.Directory)) == 0 && IsOpenable(file);

    private static bool IsOpenable(FileInfo file)
    {
        try
        {
            using var handle = InputFile.Open(file.FullName);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
