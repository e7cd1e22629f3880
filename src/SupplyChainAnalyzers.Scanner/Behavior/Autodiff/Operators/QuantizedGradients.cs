using SupplyChainAnalyzers.Scanner.Behavior.Onnx;

namespace SupplyChainAnalyzers.Scanner.Behavior.Autodiff.Operators;

/// <summary>
/// Quantized operators, by the straight-through estimator (Bengio et al. 2013): rounding passes the gradient on as it is, saturation
/// stops it. The gradient of a tensor of whole numbers is that with respect to these numbers.
/// </summary>
internal static class QuantizedGradients
{
    // Of QLinearAdd: each is followed by its scale and zero point.
    private static readonly int[] Operands = [0, 3];

    public static IReadOnlyDictionary<string, Action<NodeGradient>> Rules { get; } = new Dictionary<string, Action<NodeGradient>>
    {
        ["QuantizeLinear"] = static n => n.Give(n.Graph.Masked(InRange(n), n.Graph.Div(n.Dy, AlongAxis(n, 1)))),
        ["DequantizeLinear"] = static n => n.Give(n.Graph.Mul(n.Dy, AlongAxis(n, 1))),
        ["DynamicQuantizeLinear"] = static n => n.Give(n.Graph.Div(n.Dy, n.Y(1))),
        ["MatMulInteger"] = static n => MatMul(n, n.Dy, 1, 3, null),
        ["ConvInteger"] = static n => n.Give(Convolution(n, n.Dy, 1, 3, null)),
        ["QLinearMatMul"] = static n => MatMul(n, Scaled(n, 6), 3, 5, 4),
        ["QLinearConv"] = static n => n.Give(n.Graph.Mul(Convolution(n, Scaled(n, 6), 3, 5, 4), n.X(1))),
        ["QLinearAdd"] = QLinearAdd, // ONNX Runtime's own
    };

    // Of x / scale + zero point, between the first and the last number of the type.
    private static string InRange(NodeGradient n)
    {
        var (g, (low, high)) = (n.Graph, Limits(n.Graph.Facts[n.Out()].Type, n));
        var value = g.Div(n.X(), AlongAxis(n, 1));
        if (n.Has(2))
            value = g.Add(value, AlongAxis(n, 2));
        return g.And(g.Greater(value, low - .5f), g.Less(value, high + .5f));
    }

    // Scales or zero points: one number, or one for each place along an axis.
    private static string AlongAxis(NodeGradient n, int input)
    {
        if (n.Int("block_size", 0) != 0)
            throw n.Unavailable("it has a scale for each block");
        if (n.ShapeOf(input) is not [> 1 and var count])
            return n.X(input);

        var axis = n.Axis(1);
        return n.Graph.Reshape(n.X(input), [.. Enumerable.Range(0, n.Rank()).Select(each => each == axis ? count : 1L)]);
    }

    // The gradient with respect to what was divided by the result's scale; nothing where the result is saturated.
    private static string Scaled(NodeGradient n, int scale)
    {
        var (g, (low, high)) = (n.Graph, Limits(n.Graph.Facts[n.Out()].Type, n));
        return g.Masked(g.And(g.Greater(n.Y(), low), g.Less(n.Y(), high)), g.Div(n.Dy, n.X(scale)));
    }

    private static (float Low, float High) Limits(TensorType type, NodeGradient n) => type switch
    {
        TensorType.UInt8 => (0, 255),
        TensorType.Int8 => (-128, 127),
        TensorType.UInt16 => (0, 65535),
        TensorType.Int16 => (-32768, 32767),
        _ => throw n.Unavailable("it quantizes to numbers of an unusual size"),
    };

    // (weights - zero point) scale, with one zero point and scale for all, or one for each place along the first or last axis.
    private static float[] Weights(NodeGradient n, int weights, int zero, int? scale, bool isLastAxis)
    {
        var (values, shape) = ((float[])n.Fixed(weights).Floats.Clone(), n.Fixed(weights).Shape);
        var zeros = n.Has(zero) ? n.Fixed(zero).Floats : [0];
        var scales = scale is { } input ? n.Fixed(input).Floats : [1];
        var count = (int)(isLastAxis ? shape[^1] : shape[0]);
        for (var i = 0; i < values.Length; i++)
        {
            var place = isLastAxis ? i % count : i / (values.Length / count);
            values[i] = (values[i] - zeros[zeros.Length == 1 ? 0 : place]) * scales[scales.Length == 1 ? 0 : place];
        }

        return values;
    }

    private static string Convolution(NodeGradient n, string dy, int weights, int zero, int? scale) =>
        ConvolutionGradients.Back(n, dy, Weights(n, weights, zero, scale, isLastAxis: false), n.Fixed(weights).Shape);

    private static void MatMul(NodeGradient n, string dy, int right, int zero, int? scale)
    {
        var (g, shape) = (n.Graph, n.Fixed(right).Shape);
        if (shape.Length != 2)
            throw n.Unavailable("its weights are no matrix");

        // The left operand of QLinearMatMul has a scale of its own.
        var gradient = g.MatMul(dy, g.Transposed(g.Const(Weights(n, right, zero, scale, isLastAxis: true), shape), 2));
        n.Give(scale is null ? gradient : g.Mul(gradient, n.X(1)));
    }

    private static void QLinearAdd(NodeGradient n)
    {
        var scaled = Scaled(n, 6);
        foreach (var input in Operands.Where(n.Wants))
            n.GiveUnbroadcast(n.Graph.Mul(scaled, n.X(input + 1)), input);
    }
}
