namespace SupplyChainAnalyzers.Core.Policy;

/// <summary>What holds for a model whose licence nobody recorded; ordered from weak to strong.</summary>
public enum UnknownLicense
{
    /// <summary>Nothing.</summary>
    Allow,

    /// <summary>A warning.</summary>
    Warn,

    /// <summary>An error.</summary>
    Fail,
}
