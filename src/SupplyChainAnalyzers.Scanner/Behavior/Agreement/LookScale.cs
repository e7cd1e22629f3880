namespace SupplyChainAnalyzers.Scanner.Behavior.Agreement;

/// <summary>How a measure is compared between classes.</summary>
internal enum LookScale
{
    /// <summary>A size of which a small one stands out: of a trigger.</summary>
    SmallStandsOut,

    /// <summary>A size of which a large one stands out: a margin.</summary>
    LargeStandsOut,

    /// <summary>Deviations above the middle class already.</summary>
    Deviations,
}
