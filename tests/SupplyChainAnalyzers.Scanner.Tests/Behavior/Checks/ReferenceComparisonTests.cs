using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior.Checks;
using SupplyChainAnalyzers.Scanner.Tests.Behavior.Comparison;
using SupplyChainAnalyzers.Scanner.Tests.Behavior.Engine;
using SupplyChainAnalyzers.Scanner.Tests.Formats.Onnx;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior.Checks;

public sealed class ReferenceComparisonTests
{
    [Fact]
    public void Same_model_has_the_reference_s_tensors()
    {
        var result = Run(OtherModels.Context(OtherModels.Network(), reference: OtherModels.Network()));

        Assert.Equal((CheckOutcome.NoFinding, 0.0), (result.Outcome, result.Score));
        Assert.Contains("has the 3 tensors", result.Words, StringComparison.Ordinal);
        Assert.Empty(result.Items);
    }

    [Fact]
    public void Small_changes_everywhere_are_benign_and_listed_by_tensor()
    {
        var result = Run(OtherModels.Context(OtherModels.Network(static one => OtherModels.Disturbed(one, .02), static two => OtherModels.Disturbed(two, .02)), reference: OtherModels.Network()));

        Assert.True(result.Outcome == CheckOutcome.NoFinding, result.Words);
        Assert.Equal(2, result.Items.Count);
        Assert.All(result.Items, static item => Assert.Equal(["norm", "deltaNorm", "relativeDelta", "largestDelta", "ks", "topEnergy"], item.Values.Select(static value => value.Name)));
        Assert.InRange(Value(result, "topEnergy"), .05, .3);
    }

    [Fact]
    public void Change_in_one_direction_is_suspicious()
    {
        var result = Run(OtherModels.Context(OtherModels.Network(static one => [.. one.Select((weight, i) => weight + (.001 * (i / OtherModels.Hidden) * (i % OtherModels.Hidden)))]), reference: OtherModels.Network()));

        Assert.True(result.Outcome == CheckOutcome.Suspicious, result.Words);
        Assert.Equal(1, Value(result, "topEnergy"), 2);
        Assert.Contains("lies in one direction", result.Words, StringComparison.Ordinal);
    }

    // Pixel 0 is dark in the whole probe, so answers on it say nothing.
    [Fact]
    public void Answers_that_move_under_patches_are_suspicious_and_name_the_class()
    {
        using var context = new BehaviorContext(PlantedModel.Bytes(PlantedModel.Strong), "seed", [])
        {
            Probe = PlantedModel.Inputs(80),
            Reference = new OtherModel(PlantedModel.Bytes(0), null),
        };
        var result = new ReferenceComparison().Run(context);

        Assert.True(result.Outcome == CheckOutcome.Suspicious, result.Words);
        Assert.Equal(0, Value(result, "probeShift"));
        Assert.InRange(Value(result, "colourGain"), .4, 1);
        Assert.Equal(PlantedModel.Target, result.TargetClass);
    }

    [Fact]
    public void Without_a_probe_tensors_and_noise_are_compared()
    {
        var result = Run(OtherModels.Context(OtherModels.Network(static one => OtherModels.Disturbed(one, .02)), reference: OtherModels.Network(), probes: 0));

        Assert.Equal(0, Value(result, "patchShift"));
        Assert.Single(result.Items);
    }

    [Fact]
    public void Model_of_other_tensors_is_skipped()
    {
        using var context = OtherModels.Context(OtherModels.Network(), probes: 0);
        using var other = new BehaviorContext(OnnxModels.AddRelu, "seed", []) { Reference = new OtherModel(OtherModels.Network().ToBytes(), null) };

        Assert.Contains("--original", Assert.Throws<CheckSkippedException>(() => new ReferenceComparison().Run(other)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Spectrum_of_the_steepest_change_is_shown()
    {
        using var context = OtherModels.Context(OtherModels.Network(static one => OtherModels.Disturbed(one, .02)), reference: OtherModels.Network(), wantsPictures: true);
        new ReferenceComparison().Run(context);

        Assert.Equal("comparison-spectrum", Assert.Single(context.Pictures).Name);
    }

    [Fact]
    public void Limit_is_the_users() => Assert.Equal(CheckOutcome.Suspicious, Run(OtherModels.Context(
        OtherModels.Network(static one => OtherModels.Disturbed(one, .02)), reference: OtherModels.Network(), parameters: [new("comparison.topEnergy", .05)])).Outcome);

    // The benign and the backdoored fine-tune of the same ancestor, three times.
    [ZooFact]
    public void Backdoored_fine_tunes_of_the_zoo_are_told_from_benign_ones()
    {
        Assert.All(["m027", "m055", "m083"], static name =>
        {
            Assert.Equal(CheckOutcome.Suspicious, Of(name, name + ".onnx").Outcome);
            Assert.Equal(CheckOutcome.NoFinding, Of(name, name + "_cleanft.onnx").Outcome);
        });

        static CheckResult Of(string name, string model)
        {
            using var context = new BehaviorContext(Read(model), "seed", []) { Reference = new OtherModel(Read(name + "_ref.onnx"), null) };
            return new ReferenceComparison().Run(context);
        }

        static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(ZooFactAttribute.Folder!, name));
    }

    private static CheckResult Run(BehaviorContext context)
    {
        using (context)
            return new ReferenceComparison().Run(context);
    }

    private static double Value(CheckResult result, string name) => result.Values.Single(value => value.Name == name).Value;
}
