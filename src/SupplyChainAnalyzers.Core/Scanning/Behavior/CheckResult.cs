using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.Core.Scanning.Behavior;

/// <summary>The result of one behavioural check.</summary>
/// <param name="Check">Its id: <c>weights</c>, <c>golden</c> …</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Words">What was seen, for people; goes on after the model's name. Safe to show.</param>
public sealed record CheckResult(string Check, CheckOutcome Outcome, string Words)
{
    /// <summary>
    /// How unusual the model is, higher is worse: 1 is where nearly all clean models ended that the check's limits were taken from. Not the verdict, for
    /// which a check may want a second measure. Null when it measured nothing.
    /// </summary>
    public double? Score { get; init; }

    /// <summary>
    /// How far what decided lies from its limit: from 0 on the outcome is suspicious. Null where nothing random decided. Stays in the scanner, which
    /// looks again, with other random numbers, where it is near 0.
    /// </summary>
    public double? Distance { get; init; }

    /// <summary>The class that inputs are turned to; null when none stands out.</summary>
    public int? TargetClass { get; init; }

    /// <summary>The rule of 4xxx that a suspicious outcome is reported as.</summary>
    public Rule? Rule { get; init; }

    /// <summary>Measurements by name, in the order they are to be shown.</summary>
    public IReadOnlyList<Measurement> Values { get; init; } = [];

    /// <summary>Measurements of single classes, ordered by class; of many classes only those that stand out.</summary>
    public IReadOnlyList<ClassResult> Classes { get; init; } = [];

    /// <summary>Measurements of single tensors, nodes or inputs, in the order they are to be shown; of many only those that stand out.</summary>
    public IReadOnlyList<ItemResult> Items { get; init; } = [];
}
