namespace SupplyChainAnalyzers.Scanner.Behavior.Checkpoints;

/// <summary>How a tensor differs from the reference's.</summary>
internal enum TensorState
{
    /// <summary>The same bytes.</summary>
    Same,

    /// <summary>Other numbers of the same type.</summary>
    Changed,

    /// <summary>Another type, so that the numbers can at best be near.</summary>
    Requantized,

    /// <summary>Another shape.</summary>
    Reshaped,

    /// <summary>Not in the reference.</summary>
    Added,

    /// <summary>Only in the reference.</summary>
    Removed,
}
