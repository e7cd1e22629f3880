using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior.Agreement;
using SupplyChainAnalyzers.Scanner.Tests.Behavior.Checks;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior.Agreement;

public sealed class ClassAgreementTests
{
    // What ten classes of a clean model need, one of them a little less.
    private static readonly double[] Patches = [20, 22, 18, 25, 19, 21, 14, 24, 20, 23];
    private static readonly double[] Patterns = [3.1, 2.9, 3.3, 2.5, 3, 3.2, 2.8, 3.4, 3, 2.7];
    private static readonly double[] Margins = [40, 45, 38, 50, 42, 39, 44, 60, 41, 43];

    [Fact]
    public void Class_that_stands_out_a_little_in_every_check_is_suspicious()
    {
        var agreement = ClassAgreement.Of([Of("neural-cleanse", "norm", With(Patches, 4, 8)), Of("additive", "norm", With(Patterns, 4, 1.6)), Of("mm-bd", "margin", With(Margins, 4, 100))], ClassAgreement.Limit)!;

        Assert.Equal((CheckOutcome.Suspicious, 4), (agreement.Outcome, agreement.TargetClass));
        Assert.True(agreement.Score >= 1);
        Assert.Contains("mm-bd, neural-cleanse, additive", agreement.Words, StringComparison.Ordinal);
        Assert.Equal("SCA4015", agreement.Rule!.Id);
    }

    [Fact]
    public void Another_class_in_each_check_is_no_finding()
    {
        var agreement = ClassAgreement.Of([Of("neural-cleanse", "norm", With(Patches, 4, 8)), Of("additive", "norm", With(Patterns, 2, 2)), Of("mm-bd", "margin", With(Margins, 9, 80))], ClassAgreement.Limit)!;

        Assert.True(agreement.Outcome == CheckOutcome.NoFinding, agreement.Words);
        Assert.True(agreement.Score < 1);
        Assert.Null(agreement.TargetClass);
    }

    [Fact]
    public void Clean_classes_have_a_score_far_below_one() =>
        Assert.InRange(ClassAgreement.Of([Of("neural-cleanse", "norm", Patches), Of("additive", "norm", Patterns), Of("mm-bd", "margin", Margins)], ClassAgreement.Limit)!.Score!.Value, 0, .6);

    [Fact]
    public void One_check_has_nobody_to_agree_with() => Assert.Null(ClassAgreement.Of([Of("weights", "positive", Patches, "sum")], ClassAgreement.Limit));

    [Fact]
    public void Few_classes_have_no_middle() => Assert.Null(ClassAgreement.Of([Of("neural-cleanse", "norm", [.. Patches.Take(5)]), Of("additive", "norm", [.. Patterns.Take(5)])], ClassAgreement.Limit));

    [Fact]
    public void Skipped_check_takes_no_part()
    {
        var skipped = new CheckResult("additive", CheckOutcome.Skipped, "was skipped");
        Assert.Null(ClassAgreement.Of([Of("neural-cleanse", "norm", Patches), skipped], ClassAgreement.Limit));
    }

    [Fact]
    public void Single_check_cannot_decide_however_far_its_class_stands_out()
    {
        var agreement = ClassAgreement.Of([Of("neural-cleanse", "norm", With(Patches, 6, 1e-6)), Of("additive", "norm", With(Patterns, 6, 3))], ClassAgreement.Limit)!;
        Assert.True(agreement.Outcome == CheckOutcome.NoFinding, agreement.Words);
    }

    [Fact]
    public void Every_look_is_one_that_its_check_gives()
    {
        using var context = PlantedModel.Context(PlantedModel.Strong);
        foreach (var look in ClassAgreement.Looks)
        {
            var result = BehaviorChecks.All.Single(check => check.Id == look.Check).Run(context);
            Assert.NotNull(look.Evidence([result]));
        }
    }

    [Fact]
    public void Limit_is_the_users()
    {
        CheckResult[] results = [Of("neural-cleanse", "norm", Patches), Of("additive", "norm", Patterns)];
        Assert.Equal(CheckOutcome.Suspicious, ClassAgreement.Of(results, -10)!.Outcome);
    }

    private static double[] With(double[] numbers, int place, double number) => [.. numbers.Select((one, i) => i == place ? number : one)];

    private static CheckResult Of(string check, string measure, double[] numbers, params string[] more) => new(check, CheckOutcome.NoFinding, "")
    {
        Classes = [.. numbers.Select((number, i) => new ClassResult(i, [new(measure, number), .. more.Select(name => new Measurement(name, number))]))],
    };
}
