namespace SupplyChainAnalyzers.Core.Locking;

/// <summary>How a part of a lock differs from what stood there before.</summary>
public enum LockChangeKind
{
    /// <summary>It is new.</summary>
    Added,

    /// <summary>It says something else now.</summary>
    Changed,

    /// <summary>It is gone.</summary>
    Removed,
}
