using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior;
using SupplyChainAnalyzers.Scanner.Tests.Behavior.Engine;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior;

public sealed class BehaviorRunTests
{
    [Fact]
    public void Every_check_has_an_id_of_its_own_and_names_its_paper()
    {
        Assert.Equal(BehaviorChecks.All.Count, BehaviorChecks.All.Select(static check => check.Id).Distinct().Count());
        Assert.All(BehaviorChecks.All, static check => Assert.Matches("^[a-z][a-z0-9-]*$", check.Id));
        Assert.All(BehaviorChecks.All, static check => Assert.True(check.Paper == "own" || check.Paper.Any(char.IsAsciiDigit)));
        Assert.All(BehaviorChecks.All, static check => Assert.NotEqual(BehaviorTier.Off, check.Tier));
    }

    [Fact]
    public void What_could_not_run_makes_the_verdict_limited_never_clean()
    {
        var report = Run(BehaviorTier.Fast, "golden");

        Assert.Equal(BehaviorVerdict.Limited, report.Verdict);
        Assert.Contains("no recorded output", Assert.Single(report.Checks, static check => check.Check == "golden").Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_probe_the_verdict_is_limited_and_what_nobody_asked_for_is_not_missed()
    {
        var report = Run(BehaviorTier.Fast);

        Assert.Equal(BehaviorVerdict.Limited, report.Verdict);
        Assert.DoesNotContain(report.Checks, static check => check.Check == "golden");
    }

    [Fact]
    public void Nothing_is_run_in_tier_off() => Assert.Equal((BehaviorVerdict.Limited, 0, null), Run(BehaviorTier.Off) is var report ? (report.Verdict, report.Checks.Count, report.Score) : default);

    [Fact]
    public void Check_that_does_not_exist_is_said_so() =>
        Assert.Contains("known are golden, ", Assert.Single(Run(BehaviorTier.Deep, "voodoo").Checks).Words, StringComparison.Ordinal);

    [Fact]
    public void Worst_outcome_is_the_verdict()
    {
        Assert.Equal(BehaviorVerdict.NoFinding, Of(CheckOutcome.NoFinding));
        Assert.Equal(BehaviorVerdict.Limited, Of(CheckOutcome.NoFinding, CheckOutcome.Skipped));
        Assert.Equal(BehaviorVerdict.Inconclusive, Of(CheckOutcome.Inconclusive, CheckOutcome.Skipped));
        Assert.Equal(BehaviorVerdict.Suspicious, Of(CheckOutcome.Inconclusive, CheckOutcome.Suspicious));
        Assert.Equal(BehaviorVerdict.Limited, Of());
        Assert.Equal(BehaviorVerdict.Limited, BehaviorScore.Verdict([new CheckResult("x", CheckOutcome.NoFinding, "")], hasProbe: false));

        static BehaviorVerdict Of(params CheckOutcome[] outcomes) => BehaviorScore.Verdict([.. outcomes.Select(static outcome => new CheckResult("x", outcome, ""))], hasProbe: true);
    }

    [Fact]
    public void What_the_agreement_is_made_of_counts_by_itself_only_when_suspicious()
    {
        var agreement = new CheckResult("agreement", CheckOutcome.NoFinding, "") { Score = .3 };
        var one = new CheckResult("neural-cleanse", CheckOutcome.NoFinding, "") { Score = 1.1 };

        Assert.Equal(1.1, BehaviorScore.Of([one]));
        Assert.Equal(.3, BehaviorScore.Of([one, agreement]));
        Assert.Equal(1.1, BehaviorScore.Of([one with { Outcome = CheckOutcome.Suspicious }, agreement]));
        Assert.Equal(.9, BehaviorScore.Of([one, agreement, new CheckResult("class-pairs", CheckOutcome.NoFinding, "") { Score = .9 }]));
    }

    [Fact]
    public void Worst_check_gives_the_score_and_a_suspicious_one_the_class()
    {
        CheckResult[] results =
        [
            new("high", CheckOutcome.NoFinding, "") { Score = 1.5, TargetClass = 3 },
            new("weights", CheckOutcome.Suspicious, "") { Score = 1.4 },
            new("patch", CheckOutcome.Suspicious, "") { Score = 1.2, TargetClass = 7 },
            new("pattern", CheckOutcome.Suspicious, "") { Score = 1.1, TargetClass = 5 },
            new("golden", CheckOutcome.Skipped, ""),
        ];

        Assert.Equal((1.5, 7), (BehaviorScore.Of(results), BehaviorScore.TargetClass(results)));
        Assert.Equal(3, BehaviorScore.TargetClass([.. results.Where(static result => result.Outcome != CheckOutcome.Suspicious)]));
        Assert.Null(BehaviorScore.Of([]));
    }

    private static BehaviorReport Run(BehaviorTier tier, params string[] only)
    {
        using var context = new BehaviorContext(OnnxModels.AddRelu, "seed", []);
        return BehaviorRun.Of(context, tier, only, static _ => { });
    }
}
