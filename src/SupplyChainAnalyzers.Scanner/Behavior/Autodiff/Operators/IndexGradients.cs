using SupplyChainAnalyzers.Scanner.Behavior.Onnx;

namespace SupplyChainAnalyzers.Scanner.Behavior.Autodiff.Operators;

/// <summary>Operators that take or put elements by their places.</summary>
internal static class IndexGradients
{
    private const long MaxOneHot = 1 << 18; // elements; beyond, scattering is faster

    public static IReadOnlyDictionary<string, Action<NodeGradient>> Rules { get; } = new Dictionary<string, Action<NodeGradient>>
    {
        ["Gather"] = Gather,
        ["GatherElements"] = static n => n.Give(n.Graph.Op(
            "ScatterElements",
            [n.Graph.ZerosAs(n.In()), Places(n), n.Dy],
            AttributeProto.Of("axis", n.Int("axis", 0)),
            AttributeProto.Of("reduction", "add"))),
        ["GatherND"] = static n => PartGradients.Chosen(n, n.Graph.Op("GatherND", [n.Graph.Places(n.In()), Places(n)], AttributeProto.Of("batch_dims", n.Int("batch_dims", 0)))),
        ["ScatterElements"] = static n => Scattered(n, "ScatterElements", "GatherElements", [AttributeProto.Of("axis", n.Int("axis", 0))]),
        ["ScatterND"] = static n => Scattered(n, "ScatterND", "GatherND", []),
        ["TopK"] = static n => n.Give(n.Graph.Op(
            "ScatterElements",
            [n.Graph.ZerosAs(n.In()), n.Graph.Saved(n.Out(1)), n.Dy],
            AttributeProto.Of("axis", n.Int("axis", -1)))),
    };

    private static void Gather(NodeGradient n)
    {
        var (g, axis) = (n.Graph, n.Axis(0));
        var size = n.ShapeOf()[axis];
        if (n.Graph.Facts[n.In(1)] is not { Integers: { } places, Shape: { Length: <= 1 } shape } || size < 0 || size * places.Length > MaxOneHot)
        {
            PartGradients.Chosen(n, g.Op("Gather", [g.Places(n.In()), Places(n)], AttributeProto.Of("axis", (long)axis)));
            return;
        }

        // A product with a matrix that has a 1 where an element came from.
        var chosen = new float[places.Length * size];
        for (var i = 0; i < places.Length; i++)
            chosen[(i * size) + (places[i] < 0 ? places[i] + size : places[i])] = 1;
        var dy = shape.Length == 0 ? g.Unsqueeze(n.Dy, axis) : n.Dy;
        var matrix = g.Const(chosen, places.Length, size);
        n.Give(LastAxis(g, dy, axis, n.Rank(), last => g.MatMul(last, matrix)));
    }

    /// <summary>Does something to the last axis of a tensor that is brought there for it.</summary>
    public static string LastAxis(BackwardGraph g, string tensor, int axis, int rank, Func<string, string> act)
    {
        if (axis == rank - 1)
            return act(tensor);

        long[] order = [.. Enumerable.Range(0, rank).Where(each => each != axis).Append(axis).Select(static each => (long)each)];
        return g.Transpose(act(g.Transpose(tensor, order)), [.. Enumerable.Range(0, rank).Select(each => (long)Array.IndexOf(order, each))]);
    }

    // Places that were overwritten pass nothing on; what was put there gets what came from there.
    private static void Scattered(NodeGradient n, string scatter, string gather, AttributeProto[] attributes)
    {
        var (g, reduction) = (n.Graph, n.Text("reduction", "none"));
        if (reduction is not ("none" or "add"))
            throw n.Unavailable($"it reduces by {reduction}");

        if (n.Wants(0))
            n.Give(reduction == "add" ? n.Dy : g.Op(scatter, [n.Dy, Places(n), g.ZerosAs(n.In(2))], attributes));
        if (n.Wants(2))
            n.Give(g.Op(gather, [n.Dy, Places(n)], attributes), 2);
    }

    private static string Places(NodeGradient n) =>
        n.Graph.Facts.Constant(n.In(1)) is null ? n.Graph.Saved(n.In(1)) : n.Graph.Cast(n.X(1), TensorType.Int64);
}
