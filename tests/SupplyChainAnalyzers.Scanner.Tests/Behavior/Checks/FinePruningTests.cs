using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior.Checks;
using SupplyChainAnalyzers.Scanner.Behavior.Onnx;
using SupplyChainAnalyzers.Scanner.Behavior.Triggers;
using SupplyChainAnalyzers.Scanner.Tests.Behavior.Autodiff;
using SupplyChainAnalyzers.Scanner.Tests.Behavior.Comparison;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior.Checks;

public sealed class FinePruningTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Trigger_of_a_dormant_channel_is_disarmed_before_harmless_inputs_suffer(bool isMap)
    {
        using var context = Context(isMap ? Map() : Row(), isSuspicious: true);
        var result = new FinePruning().Run(context);

        Assert.True(result.Outcome == CheckOutcome.Suspicious, result.Words);
        Assert.Equal((1.0, 1.0), (Value(result, "disarmed"), Value(result, "success")));
        Assert.Contains("10%", result.Words.Replace(" %", "%", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(6, result.Items.Count);
    }

    [Fact]
    public void Trigger_of_a_channel_that_harmless_inputs_need_stays()
    {
        using var context = Context(OtherModels.Network(), isSuspicious: true, pixel: 22);
        var result = new FinePruning().Run(context);

        Assert.True(result.Outcome == CheckOutcome.NoFinding, result.Words);
        Assert.Equal(0, Value(result, "disarmed"));
    }

    [Fact]
    public void Trigger_that_nobody_called_suspicious_makes_no_model_suspicious()
    {
        using var context = Context(Row(), isSuspicious: false);
        Assert.Equal(CheckOutcome.NoFinding, new FinePruning().Run(context).Outcome);
    }

    [Fact]
    public void Without_a_trigger_it_is_skipped()
    {
        using var context = OtherModels.Context(OtherModels.Network());
        Assert.Contains("neural-cleanse", Assert.Throws<CheckSkippedException>(() => new FinePruning().Run(context)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Trigger_comes_from_the_search_before()
    {
        using var context = PlantedModel.Context(PlantedModel.Strong, [new("neural-cleanse.steps", 40)]);
        var report = BehaviorRun.Of(context, BehaviorTier.Deep, ["neural-cleanse", "fine-pruning"], static _ => { });

        Assert.Equal(["neural-cleanse", "fine-pruning"], report.Checks.Select(static check => check.Check));
        Assert.Equal(PlantedModel.Target, Value(report.Checks[1], "class"));
    }

    private static BehaviorContext Context(ModelProto model, bool isSuspicious, int pixel = 0)
    {
        var context = OtherModels.Context(model);
        var trigger = PatchTrigger.Random(new ImageShape(1, OtherModels.Side, OtherModels.Side, false), InputRange.Unit, new SeededRandom("trigger"));
        for (var i = 0; i < 36; i++)
            (trigger.Parameters[i], trigger.Parameters[36 + i]) = (i == pixel || (pixel == 0 && i == 1) ? 12 : -12, 12);
        trigger.Refresh();
        context.Keep(new FoundTrigger("neural-cleanse", trigger, 2, 2, isSuspicious));
        return context;
    }

    // The last hidden number sees pixel 0 alone, which is dark in the probe, and overrules the answer.
    private static ModelProto Row() => OtherModels.Network(
        static one => [.. one.Select(static (weight, i) => i % OtherModels.Hidden != OtherModels.Hidden - 1 ? weight : i / OtherModels.Hidden == 0 ? 1 : 0)],
        static two => [.. two.Select(static (weight, i) => i / OtherModels.Classes != OtherModels.Hidden - 1 ? weight : i % OtherModels.Classes == 2 ? 60 : 0)]);

    // The second channel fires where two pixels side by side are bright, which no harmless input has.
    private static ModelProto Map()
    {
        const int channels = 10, pixels = OtherModels.Side * OtherModels.Side;
        var (model, kernels, biases, weights) = (new SmallModel(TensorType.Float, 17, 1, OtherModels.Side, OtherModels.Side), new double[channels * 9], new double[channels], new double[channels * pixels * OtherModels.Classes]);
        for (var channel = 0; channel < channels; channel++)
            kernels[(channel * 9) + 4] = 1;
        (kernels[9 + 5], biases[1]) = (1, -1.6);
        for (var c = 0; c < OtherModels.Classes; c++)
            weights[((20 + c) * OtherModels.Classes) + c] = 8;
        for (var pixel = 0; pixel < pixels; pixel++)
            weights[((pixels + pixel) * OtherModels.Classes) + 2] = 90;
        var map = model.Op("Relu", [model.Op("Conv", [model.X, model.Values(kernels, channels, 1, 3, 3), model.Values(biases, channels)], AttributeProto.Of("pads", [1L, 1, 1, 1]))]);
        return model.Giving(model.Op("MatMul", [model.Op("Flatten", [map]), model.Values(weights, channels * pixels, OtherModels.Classes)]));
    }

    private static double Value(CheckResult result, string name) => result.Values.Single(value => value.Name == name).Value;
}
