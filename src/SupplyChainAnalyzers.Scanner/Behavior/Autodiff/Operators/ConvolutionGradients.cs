using SupplyChainAnalyzers.Scanner.Behavior.Onnx;

namespace SupplyChainAnalyzers.Scanner.Behavior.Autodiff.Operators;

/// <summary>Convolutions, with weights that do not depend on the input.</summary>
internal static class ConvolutionGradients
{
    public static IReadOnlyDictionary<string, Action<NodeGradient>> Rules { get; } = new Dictionary<string, Action<NodeGradient>>
    {
        ["Conv"] = static n =>
        {
            RequireFixed(n);
            n.Give(Back(n, n.Dy, n.Fixed(1).Floats, n.Fixed(1).Shape));
        },
        ["ConvTranspose"] = static n =>
        {
            RequireFixed(n);
            var window = SlidingWindow.OfTransposed(n, n.Fixed(1).Shape[2..]);
            n.Give(n.Graph.Op("Conv", [n.Dy, n.X(1)], window.Forth(n.Int("group", 1))));
        },
    };

    /// <summary>What a convolution's input gets: with stride 1 a convolution with the kernel turned round, else a transposed one.</summary>
    public static string Back(NodeGradient n, string dy, float[] weights, long[] shape)
    {
        var (g, group) = (n.Graph, n.Int("group", 1));
        var window = SlidingWindow.Of(n, shape[2..]);
        long[] pads = [.. Enumerable.Range(0, 2 * window.Axes).Select(i => window.Reach(i % window.Axes) - 1 - window.Pads[i])];
        if (window.Strides.Any(static stride => stride != 1) || pads.Any(static pad => pad < 0))
            return g.Op("ConvTranspose", [dy, g.Const(weights, shape)], window.Back(group));

        var turned = g.Const(Turned(weights, shape, group), [shape[1] * group, shape[0] / group, .. shape[2..]]);
        return g.Op(
            "Conv",
            [dy, turned],
            AttributeProto.Of("kernel_shape", window.Kernel),
            AttributeProto.Of("dilations", window.Dilations),
            AttributeProto.Of("pads", pads),
            AttributeProto.Of("group", group));
    }

    // Within each group, inputs and outputs change places; each kernel is read backwards.
    private static float[] Turned(float[] weights, long[] shape, long group)
    {
        var (outputs, inputs) = (shape[0] / group, shape[1]);
        var size = shape[2..].Aggregate(1L, static (a, b) => a * b);
        var turned = new float[weights.Length];
        for (var i = 0L; i < group * outputs * inputs; i++)
        {
            var (of, o, c) = (i / (outputs * inputs), i / inputs % outputs, i % inputs);
            var to = ((((of * inputs) + c) * outputs) + o) * size;
            for (var k = 0L; k < size; k++)
                turned[to + size - 1 - k] = weights[(i * size) + k];
        }

        return turned;
    }

    private static void RequireFixed(NodeGradient n)
    {
        if (n.Wants(1) || n.Wants(2))
            throw n.Unavailable("its weights depend on the input");
    }
}
