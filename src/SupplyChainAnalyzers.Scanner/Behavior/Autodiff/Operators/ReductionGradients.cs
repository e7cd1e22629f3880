using SupplyChainAnalyzers.Scanner.Behavior.Onnx;

namespace SupplyChainAnalyzers.Scanner.Behavior.Autodiff.Operators;

/// <summary>Sums, means, norms and extremes over axes.</summary>
internal static class ReductionGradients
{
    public static IReadOnlyDictionary<string, Action<NodeGradient>> Rules { get; } = new Dictionary<string, Action<NodeGradient>>
    {
        ["ReduceSum"] = static n => Spread(n, static (n, dy, _) => dy),
        ["ReduceMean"] = static n => Spread(n, Mean),
        ["ReduceMax"] = static n => Spread(n, static (n, dy, axes) => Extreme(n, dy, axes, Keep(n, n.Y(), axes))),
        ["ReduceMin"] = static n => Spread(n, static (n, dy, axes) => Extreme(n, dy, axes, Keep(n, n.Y(), axes))),
        ["ReduceProd"] = static n => Spread(n, static (n, dy, axes) => n.Graph.Div(n.Graph.Mul(dy, Keep(n, n.Y(), axes)), n.X())),
        ["ReduceL1"] = static n => Spread(n, static (n, dy, _) => n.Graph.Mul(dy, n.Graph.Op("Sign", [n.X()]))),
        ["ReduceL2"] = static n => Spread(n, static (n, dy, axes) => n.Graph.Div(n.Graph.Mul(dy, n.X()), Keep(n, n.Y(), axes))),
        ["ReduceSumSquare"] = static n => Spread(n, static (n, dy, _) => n.Graph.Mul(dy, n.Graph.Mul(n.X(), 2))),
        ["ReduceLogSum"] = static n => Spread(n, static (n, dy, axes) => n.Graph.Mul(dy, n.Graph.Exp(n.Graph.Neg(Keep(n, n.Y(), axes))))),
        ["ReduceLogSumExp"] = static n => Spread(n, static (n, dy, axes) => n.Graph.Mul(dy, n.Graph.Exp(n.Graph.Sub(n.X(), Keep(n, n.Y(), axes))))),
        ["CumSum"] = CumSum,
    };

    /// <summary>Of maxima or minima <paramref name="y"/>, axes kept: where several are equally large, they share.</summary>
    public static string Extreme(NodeGradient n, string dy, long[] axes, string y)
    {
        var g = n.Graph;
        var chosen = g.Op("Equal", [n.X(), y]);
        var count = g.Sum(g.Cast(chosen, TensorType.Float), keep: true, axes);
        return g.Masked(chosen, g.Div(dy, count));
    }

    // Takes the gradient, its axes kept, to the shape of the input.
    private static void Spread(NodeGradient n, Func<NodeGradient, string, long[], string> gradient)
    {
        var axes = n.Axes(1) is { Length: > 0 } some ? some : null;
        if (axes is null && n.Int("noop_with_empty_axes", 0) != 0)
        {
            n.Give(n.Dy);
            return;
        }

        axes ??= [.. Enumerable.Range(0, n.Rank()).Select(static axis => (long)axis)];
        n.Give(n.Graph.Op("Expand", [gradient(n, Keep(n, n.Dy, axes), axes), n.Graph.ShapeOf(n.In())]));
    }

    private static string Mean(NodeGradient n, string dy, long[] axes)
    {
        var g = n.Graph;
        if (axes.All(axis => n.ShapeOf()[axis] > 0))
            return g.Mul(dy, 1f / axes.Aggregate(1L, (count, axis) => count * n.ShapeOf()[axis]));

        var counts = g.Op("ReduceProd", [g.Op("Gather", [g.ShapeOf(n.In()), g.Ints(axes)])], AttributeProto.Of("axes", [0L]), AttributeProto.Of("keepdims", 1L));
        return g.Div(dy, g.Cast(counts, TensorType.Float));
    }

    private static string Keep(NodeGradient n, string reduced, long[] axes) => n.Int("keepdims", 1) != 0 || axes.Length == 0 ? reduced : n.Graph.Unsqueeze(reduced, axes);

    private static void CumSum(NodeGradient n)
    {
        var axis = n.Integers(1) is [var one] ? one : throw n.Unavailable("it has no axis");
        n.Give(n.Graph.Op("CumSum", [n.Dy, n.Graph.Ints(axis)], AttributeProto.Of("exclusive", n.Int("exclusive", 0)), AttributeProto.Of("reverse", 1 - n.Int("reverse", 0))));
    }
}
