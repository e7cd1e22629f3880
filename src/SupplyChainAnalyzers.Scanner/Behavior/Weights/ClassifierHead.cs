using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior.Onnx;

namespace SupplyChainAnalyzers.Scanner.Behavior.Weights;

/// <summary>
/// The layers that give the classes: from the output back through the graph, the first on each way. Where a node stands in the file says
/// nothing; a layer that nothing uses may be the last one there.
/// </summary>
internal static class ClassifierHead
{
    // Between two layers these leave one linear map; constants that are added move all rows alike.
    private static readonly HashSet<string> Passing = new(StringComparer.Ordinal) { "Identity", "Reshape", "Flatten", "Squeeze", "Unsqueeze", "Dropout", "Cast" };

    // Sizes of a tensor are none of its numbers.
    private static readonly HashSet<string> Sizes = new(StringComparer.Ordinal) { "Shape", "Size" };

    /// <summary>Those of the first output that comes from any; none where the graph has no layer before an output.</summary>
    /// <param name="graph">Of the model.</param>
    /// <param name="layers">Its layers.</param>
    public static IReadOnlyList<LayerWeights> Of(GraphProto graph, IReadOnlyList<LayerWeights> layers)
    {
        var (producers, byNode) = (Producers(graph), layers.Where(static layer => layer.Node is not null).ToDictionary(static layer => layer.Node!));
        foreach (var output in graph.Outputs)
        {
            var heads = Nearest(output.Name, producers, byNode);
            if (heads.Count > 0)
                return [.. Alike(heads, output.Shape).Select(head => Whole(head, producers, byNode))];
        }

        return [];
    }

    private static Dictionary<string, NodeProto> Producers(GraphProto graph)
    {
        var producers = new Dictionary<string, NodeProto>(StringComparer.Ordinal);
        foreach (var node in graph.Nodes)
        {
            foreach (var output in node.Outputs.Where(static output => output.Length > 0))
                producers[output] = node;
        }

        return producers;
    }

    private static List<LayerWeights> Nearest(string output, Dictionary<string, NodeProto> producers, Dictionary<NodeProto, LayerWeights> layers)
    {
        var (heads, seen, open) = (new List<LayerWeights>(), new HashSet<string>(StringComparer.Ordinal) { output }, new Queue<string>([output]));
        while (open.TryDequeue(out var tensor))
        {
            if (!producers.TryGetValue(tensor, out var node) || Sizes.Contains(node.Operator))
                continue;

            if (layers.TryGetValue(node, out var layer))
            {
                heads.Add(layer);
                continue;
            }

            foreach (var used in ModelNames.UsedBy(node).Where(seen.Add))
                open.Enqueue(used);
        }

        return heads;
    }

    // Side ways, such as of a gate, may come from layers of another width: those count that are as wide as the output or, where that is not written down, as the nearest.
    private static IEnumerable<LayerWeights> Alike(List<LayerWeights> heads, long[]? shape)
    {
        var rows = shape?.Where(size => heads.Exists(head => head.Rows == size)).Select(static size => (int)size).LastOrDefault() is int some and > 0 ? some : heads[0].Rows;
        return heads.Where(head => head.Rows == rows);
    }

    // A layer behind the last one, with nothing between them that bends, is one with it.
    private static LayerWeights Whole(LayerWeights head, Dictionary<string, NodeProto> producers, Dictionary<NodeProto, LayerWeights> layers)
    {
        var seen = new HashSet<NodeProto>();
        for (var node = head.Node; node is not null && seen.Add(node);)
        {
            node = Before(node, producers);
            if (node is null || !layers.TryGetValue(node, out var before))
                continue;
            if (head.Kernel != 1 || before.Rows != head.RowSize || head.Rows > ClassResult.MaxClasses)
                break;

            head = head.After(before);
        }

        return head;
    }

    // The node whose numbers come in unbent; null where there is none.
    private static NodeProto? Before(NodeProto node, Dictionary<string, NodeProto> producers)
    {
        string[] made = [.. node.Inputs.Where(producers.ContainsKey)];
        var input = node.Operator is not ("Add" or "Sub") ? node.Input(0) : made.Length == 1 ? made[0] : null;
        return input is not null && producers.TryGetValue(input, out var before) && (Passing.Contains(before.Operator) || before.Operator is "Add" or "Sub" or "Gemm" or "MatMul" or "Conv") ? before : null;
    }
}
