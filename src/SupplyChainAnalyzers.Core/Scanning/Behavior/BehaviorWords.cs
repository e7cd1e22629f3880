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

    /// <summary>Whether a check or a picture can be called so: small letters, digits and hyphens, since it becomes a file name.</summary>
    public static bool IsId(string text) => text.Length > 0 && text.All(static c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');

    internal static BehaviorVerdict? Verdict(string word) => Array.IndexOf(Verdicts, word) is >= 0 and var index ? (BehaviorVerdict)index : null;

    internal static CheckOutcome? Outcome(string word) => Array.IndexOf(Outcomes, word) is >= 0 and var index ? (CheckOutcome)index : null;
}
