using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior.Checks;
using SupplyChainAnalyzers.Scanner.Tests.Behavior.Engine;
using SupplyChainAnalyzers.Scanner.Tests.Formats.Onnx;
using SupplyChainAnalyzers.Scanner.Tests.Formats.Protobuf;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior.Checks;

public sealed class WeightStatisticsTests
{
    [Fact]
    public void Ordinary_weights_are_no_finding()
    {
        var result = Of(Linear(static _ => 1));

        Assert.Equal(CheckOutcome.NoFinding, result.Outcome);
        Assert.InRange(result.Score!.Value, 0.1, 0.9);
    }

    [Fact]
    public void Channel_that_drowns_all_others_is_suspicious()
    {
        var result = Of(Linear(static row => row == 17 ? 30 : 1));

        Assert.Equal(CheckOutcome.Suspicious, result.Outcome);
        Assert.True(result.Score >= 1);
        Assert.Equal(17, result.TargetClass);
        Assert.Contains("deviations", result.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Channel_of_a_convolution_is_measured_by_its_spectral_norm()
    {
        var weights = Normal(64 * 3 * 9);
        for (var i = 0; i < 27; i++)
            weights[(5 * 27) + i] *= 20;
        var model = OnnxModels.Model(
            [OnnxModels.Node("Conv", ["x", "w"], ["y"])], [OnnxModels.Floats("w", [64, 3, 3, 3], weights)], [OnnxModels.Port("x", -1, 3, 8, 8)], [OnnxModels.Port("y", -1, 64, 6, 6)]);

        Assert.Equal(CheckOutcome.Suspicious, Of(model).Outcome);
    }

    // As where normalisation was folded into the weights.
    [Fact]
    public void Channels_that_differ_by_orders_of_magnitude_are_no_finding()
    {
        var random = new SeededRandom("orders");
        float[] scales = [.. Enumerable.Range(0, 256).Select(_ => (float)Math.Exp(1.5 * random.Normal()))];
        var weights = Normal(256 * 9);
        for (var i = 0; i < weights.Length; i++)
            weights[i] *= scales[i / 9];
        var model = OnnxModels.Model(
            [OnnxModels.Node("Conv", ["x", "w"], ["y"], OnnxModels.Attribute("group", 256))], [OnnxModels.Floats("w", [256, 1, 3, 3], weights)], [OnnxModels.Port("x", -1, 256, 8, 8)], [OnnxModels.Port("y", -1, 256, 6, 6)]);

        Assert.InRange(Of(model).Score!.Value, .1, .9);
    }

    // As of the published SqueezeNet: channels of nearly the same norm, one of twice as much.
    [Fact]
    public void Channel_of_twice_the_others_norm_is_no_finding() => Assert.Equal(CheckOutcome.NoFinding, Of(Linear(static row => row == 17 ? 2 : 1)).Outcome);

    [Fact]
    public void Dead_channels_hide_no_planted_one() => Assert.Equal(CheckOutcome.Suspicious, Of(Linear(static row => row == 17 ? 60 : row < 10 ? 1 : 0)).Outcome);

    [Fact]
    public void Single_weight_far_from_all_others_is_suspicious()
    {
        var weights = Normal(64 * 64);
        weights[1234] = 22;
        var result = Of(Linear(64, weights));

        Assert.Equal(CheckOutcome.Suspicious, result.Outcome);
        Assert.Contains("edited by hand", result.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Dead_and_duplicate_channels_are_counted()
    {
        var weights = Normal(64 * 64);
        Array.Clear(weights, 64 * 3, 64);
        Array.Copy(weights, 0, weights, 64 * 9, 64);
        var values = Of(Linear(64, weights)).Values.ToDictionary(static value => value.Name, static value => value.Value);

        Assert.Equal((1.0, 1.0), (values["deadChannels"], values["duplicateChannels"]));
    }

    [Fact]
    public void Weights_in_a_file_beside_the_model_are_measured()
    {
        var folder = Directory.CreateTempSubdirectory("weights");
        try
        {
            var weights = Normal(64 * 64);
            weights[1234] = 22;
            var bytes = new byte[weights.Length * sizeof(float)];
            Buffer.BlockCopy(weights, 0, bytes, 0, bytes.Length);
            File.WriteAllBytes(Path.Combine(folder.FullName, "w.bin"), bytes);
            var model = OnnxModels.Model(
                [OnnxModels.Node("Gemm", ["x", "w"], ["y"], OnnxModels.Attribute("transB", 1))],
                [OnnxModels.Tensor("w", 1, 64, 64).Message(13, new ProtoBuilder().Text(1, "location").Text(2, "w.bin")).Number(14, 1)],
                [OnnxModels.Port("x", -1, 64)],
                [OnnxModels.Port("y", -1, 64)]);
            using var context = new BehaviorContext(model, "seed", []) { Folder = folder.FullName };

            Assert.Equal(CheckOutcome.Suspicious, new WeightStatistics().Run(context).Outcome);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void Weights_that_are_no_numbers_leave_the_model_inconclusive(float weight)
    {
        var weights = Normal(64 * 64);
        weights[77] = weight;
        using var context = new BehaviorContext(Linear(64, weights), "seed", []);
        var report = BehaviorRun.Of(context, BehaviorTier.Fast, ["weights"], static _ => { });

        Assert.Equal((BehaviorVerdict.Inconclusive, CheckOutcome.Inconclusive), (report.Verdict, Assert.Single(report.Checks).Outcome));
        Assert.Contains("not finite", report.Checks[0].Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Model_without_layers_is_skipped() => Assert.Throws<CheckSkippedException>(static () => Of(OnnxModels.AddRelu));

    // The hand-made backdoors of the zoo and all its clean models: what the limits were taken from.
    [ZooFact]
    public void Hand_made_backdoors_of_the_zoo_are_told_from_clean_models()
    {
        var labels = File.ReadLines(Path.Combine(ZooFactAttribute.Folder!, "labels.tsv")).Skip(1).Select(static line => line.Split('\t')).ToArray();
        var clean = labels.Where(static row => row[1] == "clean").Select(Scored).ToArray();
        var made = labels.Where(static row => row[2] == "handcrafted" && row[11] == "1").Select(Scored).ToArray();

        Assert.All(clean, static model => Assert.True(model.Score < 1, $"{model.File}: {model.Score}"));
        Assert.All(made, static model => Assert.True(model.Score >= 1, $"{model.File}: {model.Score}"));

        static (string File, double Score) Scored(string[] row) => (row[0], Of(File.ReadAllBytes(Path.Combine(ZooFactAttribute.Folder!, row[0]))).Score!.Value);
    }

    private static CheckResult Of(byte[] model)
    {
        using var context = new BehaviorContext(model, "seed", []);
        return new WeightStatistics().Run(context);
    }

    private static byte[] Linear(Func<int, float> scale)
    {
        var weights = Normal(64 * 64);
        for (var i = 0; i < weights.Length; i++)
            weights[i] *= scale(i / 64);
        return Linear(64, weights);
    }

    private static byte[] Linear(int width, float[] weights) => OnnxModels.Model(
        [OnnxModels.Node("Gemm", ["x", "w"], ["y"], OnnxModels.Attribute("transB", 1))],
        [OnnxModels.Floats("w", [width, weights.Length / width], weights)],
        [OnnxModels.Port("x", -1, weights.Length / width)],
        [OnnxModels.Port("y", -1, width)]);

    private static float[] Normal(int count)
    {
        var random = new SeededRandom("weights");
        return [.. Enumerable.Range(0, count).Select(_ => (float)random.Normal())];
    }
}
