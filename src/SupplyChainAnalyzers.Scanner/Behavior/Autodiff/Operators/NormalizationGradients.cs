namespace SupplyChainAnalyzers.Scanner.Behavior.Autodiff.Operators;

/// <summary>Normalizations, as at inference.</summary>
internal static class NormalizationGradients
{
    private const float Epsilon = 1e-5f; // where the node has none (onnx docs/Operators.md)

    public static IReadOnlyDictionary<string, Action<NodeGradient>> Rules { get; } = new Dictionary<string, Action<NodeGradient>>
    {
        ["BatchNormalization"] = Batch,
        ["LayerNormalization"] = Layer,
        ["SimplifiedLayerNormalization"] = RootMeanSquare,
        ["RMSNormalization"] = RootMeanSquare,
        ["SkipLayerNormalization"] = SkipLayer,
        ["InstanceNormalization"] = Instance,
        ["GroupNormalization"] = Group,
        ["MeanVarianceNormalization"] = MeanVariance,
        ["LpNormalization"] = Norm,
        ["LRN"] = LocalResponse,
    };

    // The statistics are constants: a factor for each channel.
    private static void Batch(NodeGradient n)
    {
        var (scale, variance, epsilon) = (n.Fixed(1).Floats, n.Fixed(4).Floats, n.Float("epsilon", Epsilon));
        float[] factors = [.. scale.Zip(variance, (s, v) => (float)(s / Math.Sqrt(v + (double)epsilon)))];
        n.Give(n.Graph.Mul(n.Dy, n.Graph.Const(factors, Channels(n, factors.Length))));
    }

    private static void Layer(NodeGradient n)
    {
        var axis = n.Axis(-1);
        n.Give(Normalized(n.Graph, n.X(), n.Graph.Mul(n.Dy, n.X(1)), From(axis, n.Rank()), n.Float("epsilon", Epsilon)));
    }

    private static void RootMeanSquare(NodeGradient n)
    {
        var (g, x, axes) = (n.Graph, n.X(), From(n.Axis(-1), n.Rank()));
        var d = g.Mul(n.Dy, n.X(1));
        var rate = g.Reciprocal(g.Sqrt(g.Add(g.Mean(g.Square(x), axes), n.Float("epsilon", Epsilon))));
        var unit = g.Mul(x, rate);
        n.Give(g.Mul(rate, g.Sub(d, g.Mul(unit, g.Mean(g.Mul(d, unit), axes)))));
    }

    // ONNX Runtime's own: LayerNormalization of input + skip (+ bias), the sum itself as fourth output.
    private static void SkipLayer(NodeGradient n)
    {
        var (g, sum) = (n.Graph, n.Graph.Add(n.X(), n.X(1)));
        if (n.Has(4))
            sum = g.Add(sum, n.X(4));
        var gradient = Normalized(g, sum, g.Mul(n.Dy, n.X(2)), [n.Rank() - 1], n.Float("epsilon", 1e-12f));
        if (n.DyOf(3) is { } further)
            gradient = g.Add(gradient, further);
        n.Give(gradient);
        if (n.Wants(1))
            n.GiveUnbroadcast(gradient, 1);
    }

    private static void Instance(NodeGradient n)
    {
        var g = n.Graph;
        var scale = g.Reshape(n.X(1), Channels(n, n.ShapeOf(1)[0]));
        n.Give(Normalized(g, n.X(), g.Mul(n.Dy, scale), From(2, n.Rank()), n.Float("epsilon", Epsilon)));
    }

    // Scale is one number a group before set 21, one a channel from there on.
    private static void Group(NodeGradient n)
    {
        var (g, groups, shape) = (n.Graph, n.Int("num_groups", 1), n.ShapeOf());
        long[] split = [shape[0] < 0 ? -1 : shape[0], groups, shape[1] / groups, .. shape[2..]];
        if (split[1..].Any(static size => size <= 0))
            throw n.Unavailable("its sizes follow the batch");

        long[] perGroup = [1, groups, 1, .. shape[2..].Select(static _ => 1L)];
        long[] perChannel = [1, groups, shape[1] / groups, .. shape[2..].Select(static _ => 1L)];
        var scale = g.Reshape(n.X(1), n.ShapeOf(1)[0] == groups && n.Opset < 21 ? perGroup : perChannel);
        var d = g.Mul(g.Reshape(n.Dy, split), scale);
        n.Give(g.ReshapeAs(Normalized(g, g.Reshape(n.X(), split), d, From(2, split.Length), n.Float("epsilon", Epsilon)), n.In()));
    }

    private static void MeanVariance(NodeGradient n) =>
        n.Give(Normalized(n.Graph, n.X(), n.Dy, n.Axes(1) ?? [0, 2, 3], 1e-9f));

    private static void Norm(NodeGradient n)
    {
        var (g, axis, order) = (n.Graph, n.Axis(-1), n.Int("p", 2));
        var size = order == 2
            ? g.Sqrt(g.Sum(g.Square(n.X()), keep: true, axis))
            : g.Sum(g.Op("Abs", [n.X()]), keep: true, axis);
        var along = g.Sum(g.Mul(n.Dy, n.Y()), keep: true, axis);
        n.Give(g.Div(g.Sub(n.Dy, g.Mul(order == 2 ? n.Y() : g.Op("Sign", [n.X()]), along)), size));
    }

    // y = x d^-beta with d = bias + alpha / size * (sum of x² over neighbouring channels)
    private static void LocalResponse(NodeGradient n)
    {
        var (g, size, beta) = (n.Graph, n.Int("size", 1), n.Float("beta", .75f));
        var (rate, channels) = (n.Float("alpha", .0001f) / size, n.ShapeOf()[1]);
        var band = g.Const(Band(channels, (size - 1) / 2, size / 2), [channels, channels, .. n.ShapeOf()[2..].Select(static _ => 1L)]);
        var back = g.Const(Band(channels, size / 2, (size - 1) / 2), [channels, channels, .. n.ShapeOf()[2..].Select(static _ => 1L)]);
        var d = g.Add(g.Mul(g.Op("Conv", [g.Square(n.X()), band]), rate), n.Float("bias", 1));
        var around = g.Op("Conv", [g.Div(g.Mul(n.Dy, n.Y()), d), back]);
        n.Give(g.Sub(g.Mul(n.Dy, g.Op("Pow", [d, g.Const(-beta)])), g.Mul(g.Mul(n.X(), around), 2 * rate * beta)));
    }

    // 1 where column c is within `before` before and `after` after row r.
    private static float[] Band(long channels, long before, long after)
    {
        var band = new float[channels * channels];
        for (var r = 0L; r < channels; r++)
        {
            for (var c = Math.Max(0, r - before); c <= Math.Min(channels - 1, r + after); c++)
                band[(r * channels) + c] = 1;
        }

        return band;
    }

    /// <summary>Of (x - mean) / sqrt(variance + epsilon), both over the axes.</summary>
    private static string Normalized(BackwardGraph g, string x, string d, long[] axes, float epsilon)
    {
        var centred = g.Sub(x, g.Mean(x, axes));
        var rate = g.Reciprocal(g.Sqrt(g.Add(g.Mean(g.Square(centred), axes), epsilon)));
        var unit = g.Mul(centred, rate);
        return g.Mul(rate, g.Sub(g.Sub(d, g.Mean(d, axes)), g.Mul(unit, g.Mean(g.Mul(d, unit), axes))));
    }

    private static long[] From(int axis, int rank) => [.. Enumerable.Range(axis, rank - axis).Select(static each => (long)each)];

    // To go with axis 1.
    private static long[] Channels(NodeGradient n, long count) => [count, .. Enumerable.Repeat(1L, n.Rank() - 2)];
}
