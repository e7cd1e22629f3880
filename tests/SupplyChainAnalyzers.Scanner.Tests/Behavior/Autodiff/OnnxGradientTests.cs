using SupplyChainAnalyzers.Scanner.Behavior.Autodiff;
using SupplyChainAnalyzers.Scanner.Behavior.Engine;
using SupplyChainAnalyzers.Scanner.Behavior.Onnx;
using SupplyChainAnalyzers.Scanner.Tests.Behavior.Engine;
using SupplyChainAnalyzers.Scanner.Tests.Formats.Protobuf;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior.Autodiff;

/// <summary>What a gradient is taken of, with respect to what, for how many examples.</summary>
public sealed class OnnxGradientTests
{
    [Fact]
    public void Softmax_at_the_end_is_left_out()
    {
        var model = new SmallModel(TensorType.Float, 17, 2);
        var logits = model.Op("Mul", [model.X, model.Values([2, 3], 2)]);
        using var gradient = OnnxGradient.Compile(model.Giving(model.Op("Identity", [model.Op("Softmax", [logits])])));
        using var pass = gradient.Forward([1, 10], 1);
        Assert.True(gradient.IsBeforeSoftmax);
        Assert.Equal([2f, 30], pass.Logits);
        Assert.Equal([2f, -3], pass.Backward([1, -1]));
    }

    [Fact]
    public void One_pass_gives_the_gradient_of_any_number_of_losses()
    {
        using var gradient = OnnxGradient.Compile(Product(static m => m.Op("Mul", [m.X, m.X])));
        using var pass = gradient.Forward([3, 5], 2);
        Assert.Equal([6f, 0], pass.Backward([1, 0]));
        Assert.Equal([0f, 20], pass.Backward([0, 2]));
    }

    [Fact]
    public void Gradient_can_start_within_the_graph()
    {
        var model = ModelProto.Create(17, 8);
        model.Graph.AddInput(ValueInfoProto.Of("tokens", TensorType.Int64, [-1, 3]));
        model.Graph.Set(TensorProto.Of("table", [1f, 2, 3, 4, 5, 6], 3, 2));
        model.Graph.Add(NodeProto.Of("Gather", ["table", "tokens"], ["embedded"]));
        model.Graph.Add(NodeProto.Of("Mul", ["embedded", "embedded"], ["squares"]));
        model.Graph.Add(NodeProto.Of("ReduceSum", ["squares", "one"], ["y"], AttributeProto.Of("keepdims", 0L)));
        model.Graph.Set(TensorProto.Of("one", [1L], 1));
        model.Graph.AddOutput(ValueInfoProto.Of("y"));
        using var gradient = OnnxGradient.Compile(model, new GradientOptions { From = "embedded", Example = [3, 2], Expose = ["squares"] });
        using var pass = gradient.Forward([1, 2, 3, 4, 5, 6], 1);
        Assert.Equal([35f, 56], pass.Logits);
        Assert.Equal([2f, 0, 6, 0, 10, 0], pass.Backward([1, 0]));
        Assert.Equal([1f, 4, 9, 16, 25, 36], pass.Activation("squares"));
        Assert.Throws<GradientUnavailableException>(() => OnnxGradient.Compile(model));
    }

    [Fact]
    public void Other_inputs_are_given_for_each_batch()
    {
        var model = ModelProto.Create(17, 8);
        model.Graph.AddInput(ValueInfoProto.Of("mask", TensorType.Int64, [-1, 2]));
        model.Graph.AddInput(ValueInfoProto.Of("x", TensorType.Float, [-1, 2]));
        model.Graph.Add(NodeProto.Of("Cast", ["mask"], ["factor"], AttributeProto.Of("to", 1L)));
        model.Graph.Add(NodeProto.Of("Mul", ["x", "factor"], ["y"]));
        model.Graph.AddOutput(ValueInfoProto.Of("y"));
        using var gradient = OnnxGradient.Compile(model, new GradientOptions
        {
            Others = static batch => new Dictionary<string, OnnxValue> { ["mask"] = OnnxValue.Over(Enumerable.Range(0, batch * 2).Select(static i => (long)i).ToArray(), batch, 2) },
        });
        using var pass = gradient.Forward([1, 1, 1, 1], 2);
        Assert.Equal([0f, 1, 2, 3], pass.Backward([1, 1, 1, 1]));
    }

    [Theory]
    [InlineData(1, 1000)]
    [InlineData(2, 1000)]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    public void Model_of_one_batch_size_takes_any_number_of_examples(int only, long mostKept)
    {
        var model = ModelProto.Create(17, 8);
        model.Graph.AddInput(ValueInfoProto.Of("x", TensorType.Float, [only, 2]));
        model.Graph.Add(NodeProto.Of("Mul", ["x", "x"], ["squares"]));
        model.Graph.Set(TensorProto.Of("shape", [only, 2L], 2));
        model.Graph.Add(NodeProto.Of("Reshape", ["squares", "shape"], ["y"]));
        model.Graph.AddOutput(ValueInfoProto.Of("y"));
        using var gradient = OnnxGradient.Compile(model, new GradientOptions { Expose = ["squares"], MaxKept = mostKept });
        using var pass = gradient.Forward([1, 2, 3, 4, 5, 6], 3);
        Assert.Equal([1f, 4, 9, 16, 25, 36], pass.Logits);
        Assert.Equal([1f, 4, 9, 16, 25, 36], pass.Activation("squares"));
        Assert.Equal([2f, 0, 0, 8, 10, 12], pass.Backward([1, 0, 0, 1, 1, 1]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1500)]
    [InlineData(1_000_000)]
    public void Batch_that_does_not_fit_is_run_in_parts(long mostKept)
    {
        var model = new SmallModel(TensorType.Float, 17, 8);
        var hidden = model.Op("Tanh", [model.Op("MatMul", [model.X, model.Weight(8, 300)])]);
        using var gradient = OnnxGradient.Compile(model.Giving(model.Op("MatMul", [hidden, model.Weight(300, 3)])), new GradientOptions { MaxKept = mostKept });
        float[] x = [.. Enumerable.Range(0, 11 * 8).Select(static i => i % 13 * .05f)];
        float[] dlogits = [.. Enumerable.Range(0, 11 * 3).Select(static i => (i % 5) - 2f)];
        using var pass = gradient.Forward(x, 11);
        var dx = pass.Backward(dlogits).ToArray();
        for (var i = 0; i < 11; i++)
        {
            using var alone = gradient.Forward(x[(i * 8)..((i + 1) * 8)], 1);
            Assert.All(alone.Logits.ToArray().Zip(pass.Logits.Slice(i * 3, 3).ToArray()), static pair => Assert.Equal(pair.First, pair.Second, 1e-4f));
            Assert.All(alone.Backward(dlogits[(i * 3)..((i + 1) * 3)]).ToArray().Zip(dx[(i * 8)..((i + 1) * 8)]), static pair => Assert.Equal(pair.First, pair.Second, 1e-4f));
        }
    }

    [Fact]
    public void Work_is_counted_for_one_example()
    {
        var model = new SmallModel(TensorType.Float, 17, 3, 8, 8);
        var features = model.Op("Flatten", [model.Op("Conv", [model.X, model.Weight(4, 3, 3, 3)])]);
        using var gradient = OnnxGradient.Compile(model.Giving(model.Op("MatMul", [features, model.Weight(144, 5)])));

        Assert.Equal((4 * 36 * 27) + 144 + (144 * 5), gradient.Work);
    }

    [Theory]
    [InlineData(TensorType.Double)]
    [InlineData(TensorType.Float16)]
    [InlineData(TensorType.UInt8)]
    public void Inputs_of_other_types_are_given_as_floats(object type)
    {
        var model = ModelProto.Create(17, 8);
        model.Graph.AddInput(ValueInfoProto.Of("x", (TensorType)type, [-1, 2]));
        model.Graph.Add(NodeProto.Of("Cast", ["x"], ["z"], AttributeProto.Of("to", type is TensorType.UInt8 ? 1L : (long)(TensorType)type)));
        model.Graph.Add(NodeProto.Of("Mul", ["z", "z"], ["y"]));
        model.Graph.AddOutput(ValueInfoProto.Of("y"));
        using var gradient = OnnxGradient.Compile(model);
        using var pass = gradient.Forward([3, 4], 1);
        Assert.Equal([9f, 16], pass.Logits);
        Assert.Equal([6f, 8], pass.Backward([1, 1]));
    }

    [Fact]
    public void Unknown_operator_is_named_and_its_gradient_estimated()
    {
        // Along rows, a Hardmax away from an edge changes nothing: the estimate is of the other factor alone.
        using var gradient = OnnxGradient.Compile(Product(static m => m.Op("Mul", [m.Op("Hardmax", [m.X], AttributeProto.Of("axis", 1L)), m.X]), 3));
        Assert.True(gradient.IsEstimated);
        Assert.Contains("Hardmax", gradient.Reason, StringComparison.Ordinal);
        using var pass = gradient.Forward([1, 5, 2, 9, 4, 2], 2);
        var dx = pass.Backward([1, 1, 1, 1, 1, 1]).ToArray();
        Assert.Equal(1, dx[1], .01);
        Assert.Equal(1, dx[3], .01);
    }

    [Fact]
    public void Backward_graph_that_the_runtime_does_not_take_leaves_an_estimate() => Estimated("does not take", static plan =>
        plan.Backward!.Graph.Insert(0, NodeProto.Of("Frobnicate", [plan.Seed], ["nothing"])));

    [Fact]
    public void Backward_graph_that_fails_leaves_an_estimate() => Estimated("does not run", static plan =>
    {
        plan.Backward!.Graph.Set(TensorProto.Of("wrong", [7L, 11], 2));
        plan.Backward.Graph.Add(NodeProto.Of("Reshape", [plan.Result, "wrong"], ["reshaped"]));
        plan.Backward.Graph.Expose(["reshaped"]);
        plan.Result = "reshaped";
    });

    // The slopes of x squared at 3, and of a number that has only one element for the estimate to move.
    private static void Estimated(string reason, Action<GradientPlan> spoil)
    {
        var plan = GradientCompiler.Compile(Product(static m => m.Op("Mul", [m.X, m.X])), new GradientOptions());
        Assert.Null(plan.Reason);
        spoil(plan);
        using var gradient = OnnxGradient.Load(plan, new GradientOptions());
        using var pass = gradient.Forward([3, 5], 2);

        Assert.True(gradient.IsEstimated);
        Assert.Contains(reason, gradient.Reason, StringComparison.Ordinal);
        Assert.Equal([6, 10], pass.Backward([1, 1]).ToArray().Select(static slope => Math.Round(slope, 2)));
    }

    [Fact]
    public void Estimate_of_a_picture_has_the_colour_of_each_block()
    {
        // The sum of 16 × 16 pixels: each has slope 1, up to the noise of so few directions.
        using var gradient = OnnxGradient.Compile(Product(static m => m.Op("ReduceSum", [m.Op("Mul", [m.Op("Hardmax", [m.X], AttributeProto.Of("axis", 1L)), m.X]), m.Ints(1, 2, 3)], AttributeProto.Of("keepdims", 0L)), 1, 16, 16));
        Assert.True(gradient.IsEstimated);
        using var pass = gradient.Forward(new float[256], 1);
        var dx = pass.Backward([1]).ToArray();
        Assert.InRange(dx.Average(), .4, 1.8);
        Assert.Equal([dx[0], dx[0], dx[0]], [dx[1], dx[16], dx[17]]);
        Assert.NotEqual(dx[0], dx[2]);
    }

    [Fact]
    public void Output_that_does_not_change_is_said_to()
    {
        using var gradient = OnnxGradient.Compile(Product(static m => m.Op("Cast", [m.Op("Greater", [m.X, m.Number(0)])], AttributeProto.Of("to", 1L))));
        Assert.Contains("does not change", gradient.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Sizes_that_nobody_gave_are_asked_for()
    {
        var model = ModelProto.Create(17, 8);
        model.Graph.AddInput(ValueInfoProto.Of("x", TensorType.Float, [-1, -1]));
        model.Graph.Add(NodeProto.Of("Relu", ["x"], ["y"]));
        model.Graph.AddOutput(ValueInfoProto.Of("y"));
        Assert.Throws<GradientUnavailableException>(() => OnnxGradient.Compile(model));
        using var gradient = OnnxGradient.Compile(model, new GradientOptions { Example = [4] });
        Assert.Equal(4, gradient.Classes);
    }

    [Fact]
    public void Weights_may_lie_in_files_beside_the_model()
    {
        var folder = Directory.CreateTempSubdirectory("beside");
        try
        {
            File.WriteAllBytes(Path.Combine(folder.FullName, "w.bin"), [.. new[] { 2f, 3 }.SelectMany(BitConverter.GetBytes)]);
            var bytes = OnnxModels.Model(
                [OnnxModels.Node("Conv", ["x", "w"], ["y"])],
                [new ProtoBuilder().Number(1, 1).Number(1, 1).Number(1, 2).Number(2, 1).Text(8, "w").Message(13, new ProtoBuilder().Text(1, "location").Text(2, "w.bin")).Number(14, 1)],
                [OnnxModels.Port("x", -1, 1, 3)],
                [OnnxModels.Port("y", -1, 1, 2)]);
            using var gradient = OnnxGradient.Compile(ModelProto.Parse(bytes), new GradientOptions { Folder = folder.FullName });
            using var pass = gradient.Forward([1, 1, 1], 1);
            Assert.Null(gradient.Reason);
            Assert.Equal([2f, 5, 3], pass.Backward([1, 1]));
            Assert.Throws<OnnxException>(() => OnnxGradient.Compile(ModelProto.Parse(bytes)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static ModelProto Product(Func<SmallModel, string> build, params long[] example)
    {
        var model = new SmallModel(TensorType.Float, 17, example.Length == 0 ? [1] : example);
        return model.Giving(build(model));
    }
}
