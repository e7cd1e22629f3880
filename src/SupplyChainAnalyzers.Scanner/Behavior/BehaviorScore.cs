using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior.Agreement;

namespace SupplyChainAnalyzers.Scanner.Behavior;

/// <summary>
/// What all checks say together. Each check scales its score so that 1 lies where hardly any clean model of ours came; the worst is the
/// model's. What the agreement of checks is made of counts by itself only where it is suspicious: one look alone stands out in clean models too.
/// </summary>
internal static class BehaviorScore
{
    /// <summary>Null when no check measured anything.</summary>
    public static double? Of(IReadOnlyList<CheckResult> results)
    {
        var isAgreed = results.Any(static result => result.Check == ClassAgreement.Id);
        return results.Where(result => !isAgreed || result.Outcome == CheckOutcome.Suspicious || !ClassAgreement.Looks.Any(look => look.Check == result.Check)).Max(static result => result.Score);
    }

    /// <summary>Of the worst check that names one; a suspicious one is asked first.</summary>
    public static int? TargetClass(IReadOnlyList<CheckResult> results) => results
        .Where(static result => result.TargetClass is not null)
        .OrderByDescending(static result => result.Outcome == CheckOutcome.Suspicious)
        .ThenByDescending(static result => result.Score).FirstOrDefault()?.TargetClass;

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
