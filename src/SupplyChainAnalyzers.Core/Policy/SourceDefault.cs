namespace SupplyChainAnalyzers.Core.Policy;

/// <summary>What holds for a source that is not listed; ordered from weak to strong.</summary>
public enum SourceDefault
{
    /// <summary>It may be used.</summary>
    Allow,

    /// <summary>It may not.</summary>
    Deny,
}
