namespace SupplyChainAnalyzers.Core.Policy;

/// <summary>What holds for a file that could not be inspected; ordered from weak to strong.</summary>
public enum UnscannableAction
{
    /// <summary>A warning.</summary>
    Warn,

    /// <summary>An error.</summary>
    Fail,
}
