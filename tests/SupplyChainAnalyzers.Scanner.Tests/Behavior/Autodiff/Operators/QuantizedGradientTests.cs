using SupplyChainAnalyzers.Scanner.Behavior.Autodiff;
using SupplyChainAnalyzers.Scanner.Behavior.Onnx;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior.Autodiff.Operators;

/// <summary>Quantized operators have the gradient of what they stand for, but none where they are saturated.</summary>
public sealed class QuantizedGradientTests
{
    private static readonly float[] X = [-.5f, .25f, .75f, 9];
    private static readonly sbyte[] Weights = [2, -3, 4, 5, -6, 7, 8, 9];

    [Fact]
    public void Quantized_and_back_is_the_identity_within_the_range()
    {
        var dx = Gradient([1, 2, 3, 4], static m => Dequantized(m, Quantized(m)));
        Assert.Equal([1f, 2, 3, 0], dx);
    }

    [Fact]
    public void Scales_may_differ_along_an_axis()
    {
        var dx = Gradient([1, 2, 3, 4], static m =>
        {
            var (scales, zeros) = (m.Values([.5, .25, .125, .1], 4), m.Tensor(TensorType.Int8, [0, 0, 0, 0], 4));
            return m.Op("DequantizeLinear", [m.Op("QuantizeLinear", [m.X, scales, zeros]), scales, zeros]);
        });
        Assert.Equal([1f, 2, 3, 4], dx);
    }

    [Fact]
    public void Dynamic_quantization_and_a_product_of_integers()
    {
        // y = (integers of x - zero) × (w - 1) × scale of x × .5
        var dx = Gradient([1, 1], static m =>
        {
            var all = m.Ops("DynamicQuantizeLinear", [m.X], 3);
            var product = m.Op("MatMulInteger", [all[0], Integers(m, 4, 2), all[2], m.Tensor(TensorType.Int8, [1], [])]);
            return m.Op("Mul", [m.Op("Cast", [product], AttributeProto.Of("to", 1L)), m.Op("Mul", [all[1], m.Number(.5)])]);
        });
        Assert.All(dx.Zip([(1 - 4) * .5f, (3 + 4) * .5f, (-7 + 6) * .5f, (7 + 8) * .5f]), static pair => Assert.Equal(pair.Second, pair.First, 1e-4));
    }

    [Fact]
    public void Product_of_quantized_matrices()
    {
        // weights at .5 each, one zero point for each column
        var dx = Gradient([1, 1], static m =>
        {
            var y = m.Op("QLinearMatMul", [Quantized(m), m.Number(.125), Zero(m), Integers(m, 4, 2), m.Values([.5, .25], 2), m.Tensor(TensorType.Int8, [1, 0], 2), m.Number(2), Zero(m)]);
            return m.Op("DequantizeLinear", [y, m.Number(2), Zero(m)]);
        });
        Assert.All(dx.Zip([((2 - 1) * .5f) - .75f, ((4 - 1) * .5f) + 1.25f, ((-6 - 1) * .5f) + 1.75f, 0]), static pair => Assert.Equal(pair.Second, pair.First, 1e-5));
    }

    [Fact]
    public void Saturated_result_passes_nothing_on()
    {
        var dx = Gradient([1, 1], static m =>
        {
            var y = m.Op("QLinearMatMul", [Quantized(m), m.Number(.125), Zero(m), Integers(m, 4, 2), m.Number(.5), Zero(m), m.Number(.001), Zero(m)]);
            return m.Op("DequantizeLinear", [y, m.Number(.001), Zero(m)]);
        });
        Assert.Equal([0f, 0, 0, 0], dx);
    }

    [Fact]
    public void Sum_of_two()
    {
        var dx = Gradient([1, 2, 3, 4], static m =>
        {
            var q = Quantized(m);
            var sum = m.OpOf("com.microsoft", "QLinearAdd", [q, m.Number(.125), Zero(m), q, m.Number(.25), Zero(m), m.Number(.5), Zero(m)]);
            return m.Op("DequantizeLinear", [sum, m.Number(.5), Zero(m)]);
        });
        Assert.Equal([3f, 6, 9, 0], dx); // x at .125 and 2 x at .25
    }

    [Theory]
    [InlineData("QLinearConv")]
    [InlineData("ConvInteger")]
    public void Convolution(string operation)
    {
        // a kernel of two over four places, padded by one: y = (w0 x[i-1] + w1 x[i]) .5
        var model = new SmallModel(TensorType.Float, 17, 1, 1, 4);
        var (q, w) = (Quantized(model), model.Tensor(TensorType.Int8, [3, unchecked((byte)-2)], 1, 1, 1, 2));
        var pads = AttributeProto.Of("pads", [0L, 1, 0, 0]);
        var y = operation == "ConvInteger"
            ? model.Op("Mul", [model.Op("Cast", [model.Op("ConvInteger", [q, w], pads)], AttributeProto.Of("to", 1L)), model.Number(.125 * .5)])
            : Dequantized(model, model.Op("QLinearConv", [q, model.Number(.125), Zero(model), w, model.Number(.5), model.Tensor(TensorType.Int8, [0], []), model.Number(.125), Zero(model)], pads));
        using var gradient = OnnxGradient.Compile(model.Giving(y));
        Assert.Null(gradient.Reason);
        using var pass = gradient.Forward([.5f, .25f, .75f, 1], 1);
        Assert.Equal([-1 + 3f, -2 + 4.5f, -3 + 6, -4], pass.Backward([1, 2, 3, 4]));
    }

    private static float[] Gradient(float[] dlogits, Func<SmallModel, string> build)
    {
        var model = new SmallModel(TensorType.Float, 17, 4);
        using var gradient = OnnxGradient.Compile(model.Giving(build(model)));
        Assert.Null(gradient.Reason);
        using var pass = gradient.Forward(X, 1);
        return pass.Backward(dlogits).ToArray();
    }

    // Steps of .125 from a zero point of 100 to 127: what is beyond 3.4 is saturated.
    private static string Quantized(SmallModel m) => m.Op("QuantizeLinear", [m.X, m.Number(.125), Zero(m)]);

    private static string Dequantized(SmallModel m, string q) => m.Op("DequantizeLinear", [q, m.Number(.125), Zero(m)]);

    private static string Zero(SmallModel m) => m.Tensor(TensorType.Int8, [100], []);

    private static string Integers(SmallModel m, params long[] shape) => m.Tensor(TensorType.Int8, Array.ConvertAll(Weights, static weight => unchecked((byte)weight)), shape);
}
