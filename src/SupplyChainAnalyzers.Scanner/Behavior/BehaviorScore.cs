using SupplyChainAnalyzers.Core.Scanning.Behavior;

namespace SupplyChainAnalyzers.Scanner.Behavior;

/// <summary>
/// What all checks say together. Each check's score is 1 where it alone calls a model suspicious, so the worst of them is the model's.
/// </summary>
internal static class BehaviorScore
{
    /// <summary>Null when no check measured anything.</summary>
    public static double? Of(IReadOnlyList<CheckResult> results) => results.Max(static result => result.Score);

    /// <summary>Of the worst check that names one.</summary>
    public static int? TargetClass(IReadOnlyList<CheckResult> results) => results
        .Where(static result => result is { Outcome: CheckOutcome.Suspicious, TargetClass: not null })
        .OrderByDescending(static result => result.Score).FirstOrDefault()?.TargetClass;

    /// <summary>Never better than what was looked at: without inputs of the user's much cannot be.</summary>
    public static BehaviorVerdict Verdict(IReadOnlyList<CheckResult> results, bool hasProbe)
    {
        if (results.Any(static result => result.Outcome == CheckOutcome.Suspicious))
            return BehaviorVerdict.Suspicious;
        if (results.Any(static result => result.Outcome == CheckOutcome.Inconclusive))
            return BehaviorVerdict.Inconclusive;

        return !hasProbe || results.Count == 0 || results.Any(static result => result.Outcome == CheckOutcome.Skipped) ? BehaviorVerdict.Limited : BehaviorVerdict.NoFinding;
    }
}
