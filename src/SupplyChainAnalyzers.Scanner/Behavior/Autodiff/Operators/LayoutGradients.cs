using SupplyChainAnalyzers.Scanner.Behavior.Onnx;

namespace SupplyChainAnalyzers.Scanner.Behavior.Autodiff.Operators;

/// <summary>Operators that keep every element and give it another place or type.</summary>
internal static class LayoutGradients
{
    public static IReadOnlyDictionary<string, Action<NodeGradient>> Rules { get; } = new Dictionary<string, Action<NodeGradient>>
    {
        ["Reshape"] = Reshaped,
        ["Flatten"] = Reshaped,
        ["Squeeze"] = Reshaped,
        ["Unsqueeze"] = Reshaped,
        ["Identity"] = Same,
        ["Dropout"] = Same,
        ["Cast"] = Same,
        ["CastLike"] = Same,
        ["Transpose"] = Transpose,
        ["DepthToSpace"] = DepthToSpace,
        ["SpaceToDepth"] = SpaceToDepth,
        ["ReverseSequence"] = static n => n.Give(n.Graph.Op(
            "ReverseSequence",
            [n.Dy, n.Graph.Saved(n.In(1))],
            AttributeProto.Of("batch_axis", n.Int("batch_axis", 1)),
            AttributeProto.Of("time_axis", n.Int("time_axis", 0)))),
    };

    private static void Same(NodeGradient n) => n.Give(n.Dy);

    private static void Reshaped(NodeGradient n) => n.Give(n.Graph.ReshapeAs(n.Dy, n.In()));

    private static void Transpose(NodeGradient n)
    {
        long[] order = n.Ints("perm") ?? [.. Enumerable.Range(0, n.Rank()).Reverse().Select(static axis => (long)axis)];
        n.Give(n.Graph.Transpose(n.Dy, [.. Enumerable.Range(0, order.Length).Select(axis => (long)Array.IndexOf(order, axis))]));
    }

    // Channels become blocks of b × b: in mode DCR the block's place counts before the channel, in CRD behind it.
    private static void DepthToSpace(NodeGradient n)
    {
        var (g, b, shape) = (n.Graph, n.Int("blocksize", 1), Spatial(n));
        var blocks = g.Reshape(n.Dy, -1, shape[1] / (b * b), shape[2], b, shape[3], b);
        n.Give(g.ReshapeAs(n.Text("mode", "DCR") == "CRD" ? g.Transpose(blocks, 0, 1, 3, 5, 2, 4) : g.Transpose(blocks, 0, 3, 5, 1, 2, 4), n.In()));
    }

    private static void SpaceToDepth(NodeGradient n)
    {
        var (g, b, shape) = (n.Graph, n.Int("blocksize", 1), Spatial(n));
        var blocks = g.Reshape(n.Dy, -1, b, b, shape[1], shape[2] / b, shape[3] / b);
        n.Give(g.ReshapeAs(g.Transpose(blocks, 0, 3, 4, 1, 5, 2), n.In()));
    }

    private static long[] Spatial(NodeGradient n) =>
        n.ShapeOf() is [_, > 0, > 0, > 0] shape ? shape : throw n.Unavailable("its sizes follow the batch");
}
