namespace SupplyChainAnalyzers.Core.Hashing;

/// <summary>What lies at a path.</summary>
public enum FileKind
{
    /// <summary>Nothing.</summary>
    Missing,

    /// <summary>A regular file, or a link to one.</summary>
    File,

    /// <summary>A folder, or a link to one.</summary>
    Folder,

    /// <summary>A device, pipe or socket: never opened, a read might not end.</summary>
    Special,

    /// <summary>It may be there, but the system doesn't say: no permission, a loop of links, a broken disk.</summary>
    Unreadable,
}
