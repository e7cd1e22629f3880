using SupplyChainAnalyzers.Scanner.Behavior.Onnx;

namespace SupplyChainAnalyzers.Scanner.Behavior.Autodiff.Operators;

/// <summary>Pools.</summary>
internal static class PoolingGradients
{
    public static IReadOnlyDictionary<string, Action<NodeGradient>> Rules { get; } = new Dictionary<string, Action<NodeGradient>>
    {
        ["MaxPool"] = Max,
        ["AveragePool"] = Average,
        ["GlobalMaxPool"] = static n => n.Give(ReductionGradients.Extreme(n, n.Dy, [.. Enumerable.Range(2, n.Rank() - 2).Select(static axis => (long)axis)], n.Y())),
        ["GlobalAveragePool"] = static n =>
        {
            var count = n.ShapeOf()[2..].Aggregate(1L, static (a, b) => a * b);
            n.Give(n.Graph.Op("Expand", [n.Graph.Mul(n.Dy, 1f / count), n.Graph.ShapeOf(n.In())]));
        },
    };

    private static void Max(NodeGradient n)
    {
        var window = SlidingWindow.Of(n, n.Ints("kernel_shape") ?? []);
        if (IsTiling(window))
            Tiled(n, window.Strides[0]);
        else
            Placed(n, window);
    }

    // Whether squares cover the picture, each element in one.
    private static bool IsTiling(SlidingWindow window) => window.Axes == 2 && window.Kernel[0] == window.Kernel[1] && window.Kernel.SequenceEqual(window.Strides)
        && window.Dilations.All(static dilation => dilation == 1) && window.Large.SequenceEqual(window.Small.Zip(window.Strides, static (size, stride) => size * stride));

    // What equals the maximum of its square shares its gradient. Asking the forward run for places instead would make that run many times slower.
    private static void Tiled(NodeGradient n, long side)
    {
        var g = n.Graph;
        string Layers(string tensor, long count) => g.Reshape(tensor, -1, count, n.OutShape()[1] * n.OutShape()[2] * n.OutShape()[3]);
        var elements = Layers(g.Op("SpaceToDepth", [n.X()], AttributeProto.Of("blocksize", side)), side * side);
        var chosen = g.Op("Equal", [elements, Layers(n.Y(), 1)]);
        var share = g.Div(Layers(n.Dy, 1), g.Sum(g.Cast(chosen, TensorType.Float), keep: true, 1));
        var squares = g.Reshape(g.Masked(chosen, share), -1, n.OutShape()[1] * side * side, n.OutShape()[2], n.OutShape()[3]);
        n.Give(g.Op("DepthToSpace", [squares], AttributeProto.Of("blocksize", side)));
    }

    // The second output says where each maximum was, counted through the whole tensor.
    private static void Placed(NodeGradient n, SlidingWindow window)
    {
        if (n.Opset < 8)
            throw n.Unavailable($"it is of set {n.Opset}, which does not say where the maxima are");
        if (n.Int("storage_order", 0) != 0)
            throw n.Unavailable("it counts by columns");

        var (g, places) = (n.Graph, n.Node.Output(1) ?? n.Graph.NewName("_places"));
        if (n.Node.Output(1) is null)
        {
            n.Node.SetOutputs([n.Out(), places]);
            g.Facts.Add(places, new TensorFact(TensorType.Int64, n.OutShape(), null));
        }

        var isApart = Enumerable.Range(0, window.Axes).All(axis => window.Strides[axis] >= window.Reach(axis));
        n.Give(g.Scatter(n.Dy, g.Saved(places), n.In(), mayMeet: !isApart));
    }

    // A transposed convolution of each channel with ones, of what each place gets of its mean.
    private static void Average(NodeGradient n)
    {
        var (g, channels) = (n.Graph, n.ShapeOf()[1]);
        var window = SlidingWindow.Of(n, n.Ints("kernel_shape") ?? []);
        var shares = new float[window.Small.Aggregate(1L, static (a, b) => a * b)];
        for (var i = 0L; i < shares.Length; i++)
            shares[i] = 1f / Count(window, i, n.Int("count_include_pad", 0) != 0);

        var size = window.Kernel.Aggregate(1L, static (a, b) => a * b);
        var ones = new float[channels * size];
        Array.Fill(ones, 1);
        var dy = Array.TrueForAll(shares, share => share == shares[0])
            ? g.Mul(n.Dy, shares[0])
            : g.Mul(n.Dy, g.Const(shares, [1, 1, .. window.Small]));
        n.Give(g.Op("ConvTranspose", [dy, g.Const(ones, [channels, 1, .. window.Kernel])], window.Back(channels)));
    }

    // Elements of the window at place i; what hangs over the padding never counts.
    private static long Count(SlidingWindow window, long place, bool isPaddingCounted)
    {
        var count = 1L;
        for (var axis = window.Axes - 1; axis >= 0; axis--)
        {
            var start = (place % window.Small[axis] * window.Strides[axis]) - window.Pads[axis];
            place /= window.Small[axis];
            var (low, high) = isPaddingCounted ? (-window.Pads[axis], window.Large[axis] + window.Pads[axis + window.Axes]) : (0, window.Large[axis]);
            count *= Enumerable.Range(0, (int)window.Kernel[axis]).LongCount(k => start + (k * window.Dilations[axis]) is var at && at >= low && at < high);
        }

        return Math.Max(count, 1);
    }
}
