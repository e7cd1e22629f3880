using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Signatures.Oms;

/// <summary>A model on disk. Links are listed, never walked through: a folder behind a link counts as one strange item.</summary>
internal sealed class DiskModel : IModelContent
{
    private const int MaxItems = 1_000_000;

    private readonly string _root;

    /// <exception cref="IOException">It is not there, or cannot be listed.</exception>
    public DiskModel(string path)
    {
        _root = Path.GetFullPath(path);
        IsSingleFile = !Directory.Exists(_root);
        Items = IsSingleFile ? [Item(new FileInfo(_root), Path.GetFileName(_root))] : [.. Walk().OrderBy(static item => item.Path, StringComparer.Ordinal)];
    }

    public bool IsSingleFile { get; }

    public IReadOnlyList<ModelItem> Items { get; }

    public byte[] Digest(string path, OmsHash hash, long start = 0, long? end = null)
    {
        using var handle = InputFile.Open(IsSingleFile ? _root : Path.Combine(_root, path));
        using var stream = new FileStream(handle, FileAccess.Read, bufferSize: 0);
        stream.Position = start;
        return OmsHashes.Compute(hash, stream, (end ?? stream.Length) - start);
    }

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
