namespace SupplyChainAnalyzers.Core.Locking.Discovery;

/// <summary>A folder a walk has met, with what it holds in ordinal order; ignored and skipped things are not there.</summary>
/// <param name="Path">Relative to the lock's folder, '/' separated; "." is that folder.</param>
/// <param name="FullPath">Absolute.</param>
/// <param name="Files">Its own files.</param>
/// <param name="Folders">Its folders.</param>
/// <param name="IsProject">Whether sources are built or versioned here, so that it is more than a model's folder.</param>
/// <param name="Snapshot">Which revision of a hub's repository this is, in a Hugging Face cache.</param>
internal sealed record FoundFolder(
    string Path,
    string FullPath,
    IReadOnlyList<FoundFile> Files,
    IReadOnlyList<FoundFolder> Folders,
    bool IsProject,
    HubSnapshot? Snapshot = null)
{
    /// <summary>The last segment of <see cref="Path"/>.</summary>
    public string Name => Path.Substring(Path.LastIndexOf('/') + 1);

    /// <summary>All files, those of inner folders included.</summary>
    public IEnumerable<FoundFile> AllFiles => Files.Concat(Folders.SelectMany(static folder => folder.AllFiles));
}
