using System.Globalization;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Scanning;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Verification.Behavior;

/// <summary>
/// What becomes of findings that two people took for natural. An acceptance covers one check and class, in one content, up to a score and a day, and,
/// where the policy names its reviewers, only reviewed by one of them: the same rules as for exemptions.
/// </summary>
public static class Acceptance
{
    /// <summary>The findings of an answer: what is accepted is said as such; what is not stays, with the reason why an acceptance does not hold behind it.</summary>
    /// <param name="fact">What the lock says of the model; null when nothing.</param>
    /// <param name="approvals">Who may review.</param>
    /// <param name="result">The scanner's answer, or a remembered one.</param>
    /// <param name="todayUtc">Decides whether an acceptance still holds.</param>
    public static IEnumerable<Finding> Apply(BehaviorFact? fact, ApprovalsPolicy approvals, ScanResult result, DateTime todayUtc)
    {
        foreach (var finding in result.Findings)
        {
            var check = result.Behavior?.Checks.FirstOrDefault(check => check.Check == finding.Symbol);
            if (check is null || fact is null || !fact.Accepted.TryGetValue(AcceptedTrigger.KeyOf(check.Check, check.TargetClass), out var accepted))
            {
                yield return finding;
                continue;
            }

            var score = Math.Round(check.Score ?? double.PositiveInfinity, 2);
            var what = $"what {check.Check} found{(check.TargetClass is { } target ? FormattableString.Invariant($" for class {target}") : "")} ({Score(score)}, accepted up to {accepted.Score})";
            if (WhyNot(accepted, approvals, finding, score, todayUtc) is { } reason)
            {
                yield return finding;
                yield return About(Rules.AcceptanceNotValid, $"The acceptance {Shown.Name(accepted.Key)} does not hold: {reason}; look at it again, with --report, then renew it or remove it from models.lock", finding) with { Region = accepted.Region };
            }
            else
            {
                yield return About(Rules.FindingAccepted, $"'{result.File.Shown}': {what} is accepted until {accepted.LastDay}, reviewed by {Printable.Of(accepted.Reviewer)}: {Printable.Of(accepted.Reason)}", finding);
            }
        }
    }

    /// <summary>Whether everything suspicious in an answer was accepted.</summary>
    public static bool CoversAll(IEnumerable<Finding> findings) => findings.Any(static finding => finding.Rule == Rules.FindingAccepted) && findings.All(static finding => finding.Rule == Rules.FindingAccepted || finding.Symbol is null);

    private static string? WhyNot(AcceptedTrigger accepted, ApprovalsPolicy approvals, Finding finding, double score, DateTime todayUtc)
    {
        if (accepted.Sha256 != finding.Sha256)
            return $"it is for the content {Shown.Digest(accepted.Sha256)}";
        if (accepted.IsExpired(todayUtc))
            return $"it expired on {accepted.LastDay}";
        if (score > double.Parse(accepted.Score, NumberStyles.Float, CultureInfo.InvariantCulture))
            return $"the score is {Score(score)}, more than {accepted.Score}";

        return approvals.Reviewers is { Value.Count: > 0 } reviewers && !reviewers.Value.ContainsKey(accepted.Reviewer)
            ? $"'{Printable.Of(accepted.Reviewer)}' is no reviewer of {reviewers.Place.Show()}"
            : null;
    }

    private static string Score(double score) => score.ToString("0.00", CultureInfo.InvariantCulture);

    private static Finding About(Rule rule, string message, Finding finding) => new(rule, message) { Subject = finding.Subject, Sha256 = finding.Sha256, Symbol = finding.Symbol };
}
