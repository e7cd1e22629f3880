namespace SupplyChainAnalyzers.Core.Policy;

/// <summary>Which models need a signature; ordered from weak to strong.</summary>
public enum SignatureRequirement
{
    /// <summary>Those whose lock entry declares one.</summary>
    Declared,

    /// <summary>All.</summary>
    Always,
}
