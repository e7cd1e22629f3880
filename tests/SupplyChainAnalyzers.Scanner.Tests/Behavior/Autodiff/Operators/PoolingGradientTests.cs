using SupplyChainAnalyzers.Scanner.Behavior.Autodiff;
using SupplyChainAnalyzers.Scanner.Behavior.Onnx;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior.Autodiff.Operators;

/// <summary>Pools and reductions.</summary>
public sealed class PoolingGradientTests
{
    [Theory]
    [InlineData("MaxPool", 2, 2, 0, 0)]
    [InlineData("MaxPool", 2, 3, 0, 0)] // windows apart
    [InlineData("MaxPool", 4, 4, 0, 0)] // the rest of the picture is in none
    [InlineData("MaxPool", 3, 2, 1, 0)] // windows overlap
    [InlineData("MaxPool", 3, 2, 0, 1)] // the last hangs over
    [InlineData("AveragePool", 2, 2, 0, 0)]
    [InlineData("AveragePool", 3, 2, 1, 0)]
    [InlineData("AveragePool", 3, 1, 1, 0)]
    [InlineData("AveragePool", 3, 2, 0, 1)]
    public void Pool(string operation, int kernel, int stride, int pad, int ceiling) => GradientCheck.Verify([2, 6, 6], m => m.Op(
        operation,
        [m.X],
        AttributeProto.Of("kernel_shape", [(long)kernel, kernel]),
        AttributeProto.Of("strides", [(long)stride, stride]),
        AttributeProto.Of("pads", Enumerable.Repeat((long)pad, 4)),
        AttributeProto.Of("ceil_mode", (long)ceiling)));

    [Theory]
    [InlineData("SAME_UPPER")]
    [InlineData("SAME_LOWER")]
    public void Automatic_padding(string padding)
    {
        foreach (var operation in new[] { "MaxPool", "AveragePool" })
            GradientCheck.Verify([2, 5, 6], m => m.Op(operation, [m.X], AttributeProto.Of("kernel_shape", [2L, 3]), AttributeProto.Of("strides", [2L, 2]), AttributeProto.Of("auto_pad", padding)));
    }

    [Fact]
    public void Equal_maxima_share()
    {
        var model = new SmallModel(TensorType.Float, 17, 1, 2, 4);
        using var gradient = OnnxGradient.Compile(model.Giving(model.Op("MaxPool", [model.X], AttributeProto.Of("kernel_shape", [2L, 2]), AttributeProto.Of("strides", [2L, 2]))));
        using var pass = gradient.Forward([1, 1, 5, 2, 0, 1, 2, 5], 1);
        Assert.All(pass.Backward([6, 4]).ToArray().Zip([2f, 2, 2, 0, 0, 2, 0, 2]), static pair => Assert.Equal(pair.Second, pair.First, 1e-5));
    }

    [Fact]
    public void Padding_that_counts() => GradientCheck.Verify([2, 5, 6], static m => m.Op(
        "AveragePool",
        [m.X],
        AttributeProto.Of("kernel_shape", [3L, 3]),
        AttributeProto.Of("strides", [2L, 1]),
        AttributeProto.Of("pads", [1L, 1, 1, 1]),
        AttributeProto.Of("count_include_pad", 1L)));

    [Theory]
    [InlineData("GlobalMaxPool")]
    [InlineData("GlobalAveragePool")]
    public void Whole_pictures(string operation) => GradientCheck.Verify([3, 4, 2], m => m.Op(operation, [m.X]));

    [Theory]
    [InlineData("ReduceMean")]
    [InlineData("ReduceMax")]
    [InlineData("ReduceMin")]
    [InlineData("ReduceProd")]
    [InlineData("ReduceL1")]
    [InlineData("ReduceL2")]
    [InlineData("ReduceSumSquare")]
    [InlineData("ReduceLogSumExp")]
    [InlineData("ReduceLogSum")]
    public void Reduction(string operation)
    {
        foreach (var keep in new[] { 0L, 1 })
        {
            GradientCheck.Verify([3, 4], m => m.Op(operation, [m.X], AttributeProto.Of("axes", [-1L]), AttributeProto.Of("keepdims", keep)), low: .2);
            GradientCheck.Verify([3, 4], m => m.Op(operation, [m.X, m.Ints(2, 1)], AttributeProto.Of("keepdims", keep)), opset: 18, low: .2);
        }
    }

    [Fact]
    public void Reduction_of_everything_and_of_the_batch()
    {
        GradientCheck.Verify([3], static m => m.Op("Mul", [m.X, m.Op("ReduceMean", [m.X])]));
        GradientCheck.Verify([3], static m => m.Op("Mul", [m.X, m.Op("ReduceSum", [m.X, m.Ints(0)])]));
        GradientCheck.Verify([3], static m => m.Op("ReduceSum", [m.X], AttributeProto.Of("noop_with_empty_axes", 1L)));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    public void Running_sum(int exclusive, int reverse) => GradientCheck.Verify([3, 4], m => m.Op(
        "CumSum",
        [m.X, m.Ints([2], [])],
        AttributeProto.Of("exclusive", (long)exclusive),
        AttributeProto.Of("reverse", (long)reverse)));
}
