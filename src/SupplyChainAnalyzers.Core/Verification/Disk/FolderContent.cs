namespace SupplyChainAnalyzers.Core.Verification.Disk;

/// <summary>What one walk of a model folder found.</summary>
internal sealed class FolderContent
{
    /// <summary>Files, and links to folders, by <see cref="FolderEntry.Path"/>.</summary>
    public Dictionary<string, FolderEntry> Entries { get; } = new(StringComparer.Ordinal);

    /// <summary>Absolute paths of the folders whose names were read.</summary>
    public List<string> Listed { get; } = [];

    /// <summary>Whether the folder is there.</summary>
    public bool Exists { get; set; } = true;

    /// <summary>
    /// Whether it holds more than models: it is the lock's own folder, or a project or solution lies in it. Then only what
    /// lies right beside declared files was listed, and only what is a model by its content is one too many.
    /// </summary>
    public bool IsShared { get; set; }

    /// <summary>Why a part of it could not be listed; null when all of it was.</summary>
    public string? Error { get; set; }
}
