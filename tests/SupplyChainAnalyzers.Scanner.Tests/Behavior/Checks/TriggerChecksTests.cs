using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior.Checks;
using SupplyChainAnalyzers.Scanner.Behavior.Statistics;
using SupplyChainAnalyzers.Scanner.Tests.Behavior.Engine;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior.Checks;

/// <summary>The checks that search for what moves a model to one class: by patch, by addition, and without inputs.</summary>
public sealed class TriggerChecksTests
{
    public static TheoryData<string> Ids => ["neural-cleanse", "superimposed", "additive", "mm-bd"];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Planted_class_is_found_and_named(string id)
    {
        var result = PlantedModel.Check(Check(id), PlantedModel.Strong);

        Assert.True(result.Outcome == CheckOutcome.Suspicious, result.Words);
        Assert.True(result.Score >= 1);
        Assert.Equal(PlantedModel.Target, result.TargetClass);
        Assert.Contains("class 2", result.Words, StringComparison.Ordinal);
        Assert.Equal(Enumerable.Range(0, 8), result.Classes.Select(static one => one.Class));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Classes_that_are_all_alike_are_no_finding(string id)
    {
        var result = PlantedModel.Check(Check(id), planted: 0);

        Assert.True(result.Outcome == CheckOutcome.NoFinding, result.Words);
        Assert.InRange(result.Score!.Value, 0, .5);
        Assert.Null(result.TargetClass);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Second_run_measures_the_same(string id)
    {
        var (first, second) = (PlantedModel.Check(Check(id), PlantedModel.Strong, Few(id)), PlantedModel.Check(Check(id), PlantedModel.Strong, Few(id)));

        Assert.Equal(first.Words, second.Words);
        Assert.Equal(first.Values, second.Values);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Limit_is_the_users(string id) => Assert.Equal(CheckOutcome.NoFinding, PlantedModel.Check(Check(id), PlantedModel.Strong, [new(id + ".logRatio", 50), .. Few(id)]).Outcome);

    [Theory]
    [MemberData(nameof(Ids))]
    public void More_effort_than_allowed_is_skipped_and_said_so(string id) =>
        Assert.Contains($"--set {id}.effort=", Assert.Throws<CheckSkippedException>(() => PlantedModel.Check(Check(id), PlantedModel.Strong, new Measurement(id + ".effort", 1000))).Message, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Ids))]
    public void What_is_no_picture_is_skipped(string id)
    {
        using var context = new BehaviorContext(OnnxModels.AddRelu, "seed", []);
        var report = BehaviorRun.Of(context, BehaviorTier.Deep, [id], static _ => { });

        Assert.Equal((BehaviorVerdict.Limited, CheckOutcome.Skipped), (report.Verdict, Assert.Single(report.Checks).Outcome));
    }

    [Theory]
    [InlineData("neural-cleanse")]
    [InlineData("superimposed")]
    [InlineData("additive")]
    public void Found_trigger_works_on_inputs_held_back(string id) =>
        Assert.InRange(PlantedModel.Check(Check(id), PlantedModel.Strong).Values.Single(static value => value.Name == "replayed").Value, .8, 1);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Model_that_gives_no_numbers_is_inconclusive(string id)
    {
        using var context = PlantedModel.Context(double.NaN);
        var report = BehaviorRun.Of(context, BehaviorTier.Deep, [id], static _ => { });

        Assert.Equal((BehaviorVerdict.Inconclusive, CheckOutcome.Inconclusive), (report.Verdict, Assert.Single(report.Checks).Outcome));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Model_that_does_not_tell_the_probe_apart_is_not_searched(string id)
    {
        using var planted = PlantedModel.Context(PlantedModel.Strong);
        using var context = new BehaviorContext(planted.Model, "seed", []) { Probe = planted.Probe! with { Labels = [.. planted.Probe.Labels!.Select(static label => (label + 1) % 8)] } };
        var report = BehaviorRun.Of(context, BehaviorTier.Deep, [id], static _ => { });

        Assert.Equal((BehaviorVerdict.Limited, CheckOutcome.Skipped), (report.Verdict, Assert.Single(report.Checks).Outcome));
        Assert.Contains("what their labels say", report.Checks[0].Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Margins_need_no_probe()
    {
        using var context = PlantedModel.Context(PlantedModel.Strong, probes: 0);
        Assert.Equal(PlantedModel.Target, new MaximumMargin().Run(context).TargetClass);
    }

    [Theory]
    [InlineData(1.7, 1.5, 10, false)]
    [InlineData(1.7, 2.5, 10, true)]
    [InlineData(1.1, 9, 10, false)]
    [InlineData(1.7, 0, 10, true)]
    [InlineData(1.7, 1.5, 5, true)]
    public void Margin_must_stand_out_from_the_spread_of_the_others_too(double ratio, double index, int classes, bool isBeyond) =>
        Assert.Equal(isBeyond, MaximumMargin.Distance(new LogOutlier(0, index, ratio), classes, 1.2, 2) >= 0);

    [Theory]
    [InlineData("neural-cleanse")]
    [InlineData("superimposed")]
    [InlineData("additive")]
    public void Ratio_alone_is_not_enough(string id)
    {
        var result = PlantedModel.Check(Check(id), PlantedModel.Strong, [new(id + ".anomalyIndex", 1000), .. Few(id)]);
        Assert.Equal((CheckOutcome.NoFinding, true), (result.Outcome, result.Values.Single(static value => value.Name == "logRatio").Value > 1));
    }

    [Fact]
    public void Few_inputs_are_not_enough_for_a_search()
    {
        using var context = PlantedModel.Context(PlantedModel.Strong, probes: 16);
        Assert.Contains("16 inputs", Assert.Throws<CheckSkippedException>(() => new NeuralCleanse().Run(context)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Patch_is_shown_where_it_lies()
    {
        using var context = PlantedModel.Context(PlantedModel.Strong, wantsPictures: true);
        new NeuralCleanse().Run(context);

        Assert.Equal(["neural-cleanse-mask", "neural-cleanse-trigger", "neural-cleanse-examples"], context.Pictures.Select(static picture => picture.Name));
        var mask = context.Pictures[0];
        Assert.Equal((6, 6, 1), (mask.Width, mask.Height, mask.Channels));
        Assert.Equal(0, Array.IndexOf(mask.Pixels, mask.Pixels.Max()));
    }

    [Fact]
    public void Four_inputs_are_shown_with_and_without_the_trigger()
    {
        using var context = PlantedModel.Context(PlantedModel.Strong, wantsPictures: true);
        new NeuralCleanse().Run(context);
        var sheet = context.Pictures.Single(static picture => picture.Name == "neural-cleanse-examples");

        Assert.Equal(((4 * 6) + 6, 14, 1), (sheet.Width, sheet.Height, sheet.Channels)); // of 6 by 6 pixels, with gaps of 2
        Assert.Equal(0, sheet.Pixels[0]); // the pixel that counts, dark in every input
        Assert.True(sheet.Pixels[8 * sheet.Width] > 15, "below, the trigger makes it lighter");
        Assert.Equal(byte.MaxValue, sheet.Pixels[6]);
    }

    [Theory]
    [InlineData("additive", "additive-trigger", "additive-examples")]
    [InlineData("class-pairs", "class-pairs-mask", "class-pairs-trigger", "class-pairs-examples")]
    public void Other_searches_show_what_they_found_too(string id, params string[] pictures)
    {
        using var context = PlantedModel.Context(PlantedModel.Strong, Few(id), wantsPictures: true);
        Check(id).Run(context);
        Assert.Equal(pictures, context.Pictures.Select(static picture => picture.Name));
    }

    private static Measurement[] Few(string id) => id == "mm-bd" ? [] : [new(id + ".steps", 20)];

    private static IBehaviorCheck Check(string id) => BehaviorChecks.All.Single(check => check.Id == id);
}
