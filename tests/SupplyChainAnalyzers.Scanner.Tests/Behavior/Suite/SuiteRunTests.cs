using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior.Inputs;
using SupplyChainAnalyzers.Scanner.Behavior.Suite;
using SupplyChainAnalyzers.Scanner.Behavior.Triggers;
using SupplyChainAnalyzers.Scanner.Tests.Behavior.Checks;
using SupplyChainAnalyzers.Scanner.Tests.Behavior.Engine;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior.Suite;

public sealed class SuiteRunTests
{
    private static readonly ImageShape Shape = new(1, 4, 4, false);

    [Fact]
    public void Planted_patch_turns_all_other_inputs_to_its_class()
    {
        var results = Run(PlantedModel.Strong);
        var corner = results["patch-white-top-left"];

        Assert.Equal((80, 70, PlantedModel.Target, 70), (corner.Inputs, corner.Flips, corner.Towards, corner.FlipsTowards));
        Assert.Equal(8, corner.Classes.Count);
        Assert.Equal(new SuiteClass(PlantedModel.Target, 10, 0), corner.Classes[PlantedModel.Target]);
        Assert.Equal(new SuiteClass(0, 10, 10), corner.Classes[0]);
        Assert.Equal(0, results["patch-black-top-left"].Flips);
        Assert.Equal(0, Run(0)["patch-white-top-left"].Flips);
    }

    [Fact]
    public void Inputs_without_numbers_are_told_apart_from_answers()
    {
        var results = Run(0);
        Assert.Equal(80, results["nan"].NotNumbers);
        Assert.Equal(0, results["nan"].Flips);
        Assert.Equal(0, results["noise-5"].NotNumbers);
    }

    [Fact]
    public void Same_model_and_probe_give_the_same_results()
    {
        using var one = PlantedModel.Context(PlantedModel.Strong);
        using var two = PlantedModel.Context(PlantedModel.Strong);
        Assert.Equal(Text(SuiteRun.Of(one, static _ => { })), Text(SuiteRun.Of(two, static _ => { })));
    }

    [Fact]
    public void Results_come_back_from_their_text()
    {
        using var context = PlantedModel.Context(PlantedModel.Strong);
        var suite = SuiteRun.Of(context, static _ => { });
        var report = new BehaviorReport { Verdict = BehaviorVerdict.NoFinding, Suite = suite };
        var again = BehaviorReportText.Read(BehaviorReportText.Write(report))!;

        Assert.Equal(SuiteRun.Cases.Count, again.Suite.Count);
        Assert.Equal(Text(suite), Text(again.Suite));
    }

    [Fact]
    public void Model_that_takes_no_picture_is_put_to_what_makes_sense_for_numbers()
    {
        using var context = new BehaviorContext(OnnxModels.AddRelu, "seed", []) { Probe = new Probe([0, 5, 0, 9, 0, 0], [3], null) };
        var cases = SuiteRun.Of(context, static _ => { }).Select(static result => result.Case).ToArray();

        Assert.Contains("noise-10", cases);
        Assert.DoesNotContain("turned-left-3", cases);
        Assert.DoesNotContain("patch-white-center", cases);
    }

    [Fact]
    public void Without_a_probe_there_is_nothing_to_change()
    {
        using var context = PlantedModel.Context(0, probes: 0);
        Assert.Throws<CheckSkippedException>(() => SuiteRun.Of(context, static _ => { }));
    }

    [Fact]
    public void Names_are_ids_and_all_different()
    {
        Assert.All(SuiteRun.Cases, static one => Assert.True(BehaviorWords.IsId(one.Name), one.Name));
        Assert.Equal(SuiteRun.Cases.Count, SuiteRun.Cases.Select(static one => one.Name).Distinct().Count());
    }

    [Theory]
    [InlineData("blank", "0 0 0 0")]
    [InlineData("saturated", "1 1 1 1")]
    [InlineData("gray", "0.5 0.5 0.5 0.5")]
    [InlineData("inverted", "1 0.9 0.8 0.7")]
    [InlineData("brighter", "0.2 0.3 0.4 0.5")]
    [InlineData("darker", "0 0 0 0.1")]
    [InlineData("low-contrast", "0.25 0.3 0.35 0.4")]
    [InlineData("beyond-range", "-0.5 -0.3 -0.1 0.1")]
    [InlineData("mirrored", "0.3 0.2 0.1 0")]
    [InlineData("shifted-left", "0.1 0.2 0.3 0")]
    [InlineData("shifted-right", "0 0 0.1 0.2")]
    [InlineData("patch-white-top-left", "1 1 0.2 0.3")]
    [InlineData("patch-checked-top-right", "0 0.1 1 0")]
    public void First_row_of_a_picture_becomes(string name, string expected)
    {
        var image = new float[16];
        (image[1], image[2], image[3]) = (.1f, .2f, .3f);
        var into = new float[16];
        SuiteRun.Cases.Single(one => one.Name == name).Apply(image, into, Shape, InputRange.Unit, new SeededRandom(name));

        Assert.Equal(expected, string.Join(' ', into[..4].Select(static value => (MathF.Round(value, 4) + 0f).ToString(System.Globalization.CultureInfo.InvariantCulture))));
    }

    [Fact]
    public void Turned_picture_keeps_its_middle_and_turns_the_way_it_says()
    {
        var shape = new ImageShape(1, 9, 9, false);
        var (image, into) = (new float[81], new float[81]);
        (image[40], image[4]) = (1, 1); // the middle and the top
        SuiteRun.Cases.Single(static one => one.Name == "turned-right-10").Apply(image, into, shape, InputRange.Unit, new SeededRandom("x"));

        Assert.Equal(1, into[40], 3);
        Assert.True(into[5] > .4, "the top goes to the right");
        Assert.True(into[5] > into[3]);
    }

    [Fact]
    public void Channels_of_a_pixel_that_stand_together_are_changed_together()
    {
        var shape = new ImageShape(3, 4, 4, true);
        var (image, into) = (new float[48], new float[48]);
        SuiteRun.Cases.Single(static one => one.Name == "patch-white-top-left").Apply(image, into, shape, InputRange.Unit, new SeededRandom("x"));

        Assert.Equal([1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0], into[..12]);
    }

    private static Dictionary<string, SuiteResult> Run(double planted)
    {
        using var context = PlantedModel.Context(planted);
        return SuiteRun.Of(context, static _ => { }).ToDictionary(static result => result.Case);
    }

    private static string Text(IReadOnlyList<SuiteResult> suite) => BehaviorReportText.Write(new BehaviorReport { Verdict = BehaviorVerdict.NoFinding, Suite = suite });
}
