namespace SupplyChainAnalyzers.Core.Policy;

/// <summary>How deep behavioural checks go; ordered from shallow to deep.</summary>
public enum BehaviorTier
{
    /// <summary>None.</summary>
    Off,

    /// <summary>What fits into every build.</summary>
    Fast,

    /// <summary>What fits into a build that sees a new model.</summary>
    Standard,

    /// <summary>Everything.</summary>
    Deep,
}
