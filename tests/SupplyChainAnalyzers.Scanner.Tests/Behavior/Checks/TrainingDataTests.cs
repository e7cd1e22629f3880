using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior.Checks;
using SupplyChainAnalyzers.Scanner.Behavior.Inputs;
using SupplyChainAnalyzers.Scanner.Behavior.Onnx;
using SupplyChainAnalyzers.Scanner.Tests.Behavior.Autodiff;
using SupplyChainAnalyzers.Scanner.Tests.Behavior.Poisoning;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior.Checks;

/// <summary>The checks of training data, on a model whose features are its inputs.</summary>
public sealed class TrainingDataTests
{
    [Fact]
    public void Class_that_falls_into_two_groups_is_named_with_the_inputs_of_the_smaller()
    {
        var result = Run(new ActivationClustering());

        Assert.True(result.Outcome == CheckOutcome.Suspicious, result.Words);
        Assert.Equal(1, result.TargetClass);
        Assert.Equal(Enumerable.Range(110, 10).Select(static i => $"training input {i}"), result.Items.Select(static item => item.Name));
        Assert.Equal([1.0, 1.0, 0.0], result.Classes.Select(static one => one.Values.Single(static value => value.Name == "suspiciousBySilhouette").Value));
        Assert.Equal((2.0, 10.0), (Value(result, "nbClusters"), Value(result, "nbDims")));
    }

    [Fact]
    public void Classes_without_groups_are_no_finding()
    {
        var (features, labels) = Reference.Features();
        int[] honest = [.. Enumerable.Range(0, labels.Length).Where(i => labels[i] == 2 || i < 40 || (i >= 60 && i < 110))];
        var result = Run(new ActivationClustering(), [.. honest.Select(i => features[i])], [.. honest.Select(i => labels[i])]);

        Assert.True(result.Outcome == CheckOutcome.NoFinding, result.Words);
        Assert.Empty(result.Items);
    }

    [Fact]
    public void Inputs_farthest_out_are_listed_one_and_a_half_times_the_expected_part_of_each_class()
    {
        var result = Run(new SpectralSignatures());

        Assert.Equal(CheckOutcome.NoFinding, result.Outcome);
        Assert.Equal([9.0, 9.0, 7.0], result.Classes.Select(static one => one.Values.Single(static value => value.Name == "listed").Value));
        Assert.Equal(25, result.Items.Count);
        Assert.True(result.Items.Zip(result.Items.Skip(1)).All(static pair => pair.First.Values[0].Value >= pair.Second.Values[0].Value));
    }

    [Fact]
    public void Expected_part_is_the_users() => Assert.Empty(Run(new SpectralSignatures(), parameters: new Measurement("spectral-signatures.expectedRate", 0)).Items);

    [Theory]
    [InlineData("activation-clustering")]
    [InlineData("spectral-signatures")]
    public void Second_run_measures_the_same(string id)
    {
        var check = BehaviorChecks.All.Single(check => check.Id == id);
        Assert.Equal(Run(check).Items.SelectMany(static item => item.Values), Run(check).Items.SelectMany(static item => item.Values));
    }

    [Fact]
    public void Data_of_another_size_are_skipped()
    {
        var data = new TrainingData(new NumberArray(new byte[24], "U8", [4, 6]), [0, 0, 1, 1]);
        using var context = new BehaviorContext(Model(), "seed", []) { Training = data };

        Assert.Contains("6 numbers", Assert.Throws<CheckSkippedException>(() => new ActivationClustering().Run(context)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_count_as_parts_of_255_for_models_of_small_numbers()
    {
        var data = new TrainingData(new NumberArray([0, 51, 255, 102], "U8", [2, 2]), [0, 1]);

        Assert.Equal([1f, .4f], data.Some(1, 1, high: 1));
        Assert.Equal([255f, 102f], data.Some(1, 1, high: 200));
    }

    private static CheckResult Run(IBehaviorCheck check, float[][]? features = null, int[]? labels = null, params Measurement[] parameters)
    {
        var all = Reference.Features();
        (features, labels) = (features ?? all.Features, labels ?? all.Labels);
        byte[] bytes = [.. features.SelectMany(static row => row.SelectMany(BitConverter.GetBytes))];
        using var context = new BehaviorContext(Model(), "seed", parameters) { Training = new TrainingData(new NumberArray(bytes, "F32", [features.Length, features[0].Length]), labels) };
        return check.Run(context);
    }

    private static byte[] Model()
    {
        var model = new SmallModel(TensorType.Float, 17, 14);
        return model.Giving(model.Op("MatMul", [model.Op("Relu", [model.X]), model.Weight(14, 3)])).ToBytes();
    }

    private static double Value(CheckResult result, string name) => result.Values.Single(value => value.Name == name).Value;
}
