namespace SupplyChainAnalyzers.Core.Scanning.Behavior;

/// <summary>Verdicts and outcomes as JSON and people have them.</summary>
public static class BehaviorWords
{
    private static readonly string[] Verdicts = ["no finding", "limited", "inconclusive", "suspicious"];
    private static readonly string[] Outcomes = ["no finding", "skipped", "inconclusive", "suspicious"];

    /// <summary>The word.</summary>
    public static string Word(this BehaviorVerdict verdict) => Verdicts[(int)verdict];

    /// <summary>The word.</summary>
    public static string Word(this CheckOutcome outcome) => Outcomes[(int)outcome];

    internal static BehaviorVerdict? Verdict(string word) => Array.IndexOf(Verdicts, word) is >= 0 and var index ? (BehaviorVerdict)index : null;

    internal static CheckOutcome? Outcome(string word) => Array.IndexOf(Outcomes, word) is >= 0 and var index ? (CheckOutcome)index : null;
}
