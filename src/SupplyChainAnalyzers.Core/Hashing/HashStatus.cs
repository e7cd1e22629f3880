namespace SupplyChainAnalyzers.Core.Hashing;

/// <summary>What came of hashing one file.</summary>
public enum HashStatus
{
    /// <summary>There is a digest.</summary>
    Hashed,

    /// <summary>Nothing lies at the path.</summary>
    Missing,

    /// <summary>A folder, device, pipe or socket.</summary>
    NotAFile,

    /// <summary>It couldn't be opened or read to its end.</summary>
    Unreadable,

    /// <summary>It changed, or another file took its place, while it was read.</summary>
    Changing,
}
