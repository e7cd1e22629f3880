namespace SupplyChainAnalyzers.Core.Scanning.Behavior;

/// <summary>What came of one behavioural check.</summary>
public enum CheckOutcome
{
    /// <summary>It ran to its end and found nothing.</summary>
    NoFinding,

    /// <summary>It could not run on this model, or with what was given.</summary>
    Skipped,

    /// <summary>It did not come to its end.</summary>
    Inconclusive,

    /// <summary>It found what backdoored models have and others rarely do.</summary>
    Suspicious,
}
