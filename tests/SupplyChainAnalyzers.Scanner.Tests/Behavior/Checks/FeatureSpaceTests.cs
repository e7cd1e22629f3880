using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior.Checks;
using SupplyChainAnalyzers.Scanner.Behavior.Filters;
using SupplyChainAnalyzers.Scanner.Behavior.Onnx;
using SupplyChainAnalyzers.Scanner.Behavior.Triggers;
using SupplyChainAnalyzers.Scanner.Tests.Behavior.Autodiff;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior.Checks;

public sealed class FeatureSpaceTests
{
    [Fact]
    public void Model_that_answers_to_lifted_shadows_is_suspicious_and_names_class_and_filter()
    {
        var result = Run(shadows: 4);

        Assert.True(result.Outcome == CheckOutcome.Suspicious, result.Words);
        Assert.Equal(2, result.TargetClass);
        Assert.Contains("flatter", result.Words, StringComparison.Ordinal);
        Assert.Equal(["gain", "colour", "wave", "warp", "levels", "blend"], result.Classes[0].Values.Select(static value => value.Name));
        Assert.Equal(2, result.Classes.MaxBy(static one => one.Values[0].Value)!.Class);
    }

    [Fact]
    public void Model_that_looks_at_its_subject_is_no_finding()
    {
        var result = Run();

        Assert.True(result.Outcome == CheckOutcome.NoFinding, result.Words);
        Assert.Null(result.TargetClass);
    }

    [Fact]
    public void Answer_to_a_wave_is_measured_and_no_sign()
    {
        var result = Run(waves: 16);

        Assert.True(result.Outcome == CheckOutcome.NoFinding, result.Words);
        Assert.InRange(result.Values.Single(static value => value.Name == "waveLead").Value, .5, 1);
    }

    [Fact]
    public void Second_run_measures_the_same() => Assert.Equal(Run(waves: 16).Classes.SelectMany(static one => one.Values), Run(waves: 16).Classes.SelectMany(static one => one.Values));

    [Fact]
    public void Every_filter_keeps_pictures_within_their_range_and_changes_them()
    {
        var shape = new ImageShape(3, 22, 18, IsChannelsLast: true);
        var (from, to, random) = (new FilterPicture(shape), new FilterPicture(shape), new SeededRandom("picture"));
        float[] input = [.. Enumerable.Range(0, shape.Size).Select(_ => -1 + (2 * (float)random.Uniform()))];
        from.Read(input, new InputRange(-1, 1));
        Assert.All(FilterBattery.Of(3, static part => new SeededRandom(part)), filter =>
        {
            filter.Apply(from, to);
            var output = new float[shape.Size];
            to.Write(output, new InputRange(-1, 1));
            Assert.All(output, static value => Assert.InRange(value, -1, 1));
            Assert.True(output.Zip(input, static (a, b) => Math.Abs(a - b)).Max() > .05, filter.Name);
        });
    }

    [Fact]
    public void Picture_comes_back_as_it_was()
    {
        var shape = new ImageShape(3, 4, 5, IsChannelsLast: false);
        float[] input = [.. Enumerable.Range(0, shape.Size).Select(static i => i / 60f)];
        var (picture, output) = (new FilterPicture(shape), new float[shape.Size]);
        picture.Read(input, InputRange.Unit);
        picture.Write(output, InputRange.Unit);

        Assert.Equal(input, output);
        Assert.Equal(picture[1, 2, 3], picture.Between(1, 2, 3));
    }

    private static CheckResult Run(double shadows = 0, double waves = 0)
    {
        using var context = new BehaviorContext(Model(shadows, waves), "seed", []) { Probe = PlantedModel.Inputs(80) };
        return new FeatureSpace().Run(context);
    }

    // Class c is the brightest of eight pixels; the upper half counts for class 2 where it is brighter than in the probe, or has two waves across.
    private static byte[] Model(double shadows, double waves)
    {
        var (model, weights) = (new SmallModel(TensorType.Float, 17, 1, 6, 6), new double[36 * 8]);
        for (var c = 0; c < 8; c++)
            weights[((20 + c) * 8) + c] = 8;
        for (var pixel = 0; pixel < 18; pixel++)
            weights[(pixel * 8) + 2] = shadows + (waves * Math.Sin(2 * Math.PI * 2 * (pixel % 6) / 6));
        return model.Giving(model.Op("Add", [model.Op("MatMul", [model.Op("Flatten", [model.X]), model.Values(weights, 36, 8)]), model.Values([0, 0, -2.8 * shadows, 0, 0, 0, 0, 0], 8)])).ToBytes();
    }
}
