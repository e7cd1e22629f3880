namespace SupplyChainAnalyzers.Core.Policy;

/// <summary>The weakest verdict about content that fails; ordered from weak to strong.</summary>
public enum FailOn
{
    /// <summary>Only what certainly does harm.</summary>
    Malicious,

    /// <summary>Doubts as well.</summary>
    Suspicious,
}
