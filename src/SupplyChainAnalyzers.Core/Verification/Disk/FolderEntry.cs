namespace SupplyChainAnalyzers.Core.Verification.Disk;

/// <summary>A file, or a link to a folder, found under a model folder.</summary>
internal sealed class FolderEntry(string path, FileSystemInfo info)
{
    /// <summary>Path relative to the folder the walk began at, '/' separated.</summary>
    public string Path { get; } = path;

    /// <summary>Absolute path.</summary>
    public string FullPath => info.FullName;

    /// <summary>Name without folders.</summary>
    public string Name => info.Name;

    /// <summary>Whether opening it as a file cannot work. A walk enters folders, so this is one it did not follow: a link.</summary>
    public bool IsFolder => info is DirectoryInfo;
}
