using SupplyChainAnalyzers.Scanner.Behavior.Onnx;

namespace SupplyChainAnalyzers.Scanner.Behavior.Text;

/// <summary>The table that gives each token its numbers, and where in the graph they come out.</summary>
/// <param name="Output">Of the Gather; hostile.</param>
/// <param name="Table">Token by token.</param>
/// <param name="Width">Numbers of a token.</param>
internal sealed record TokenEmbedding(string Output, float[] Table, int Width)
{
    private const int MaxNumbers = 1 << 27;

    public int Vocabulary { get; } = Table.Length / Width;

    public ReadOnlySpan<float> this[long token] => Table.AsSpan((int)token * Width, Width);

    /// <exception cref="CheckSkippedException">The tokens do not go into a table first.</exception>
    public static TokenEmbedding Of(GraphProto graph, string ids)
    {
        foreach (var node in graph.Nodes.Where(static node => node.Operator == "Gather" && (node.Attribute("axis")?.Integer ?? 0) == 0))
        {
            if (node.Inputs.Count == 2 && IsIds(graph, node.Inputs[1], ids) && graph.Initializers.FirstOrDefault(tensor => tensor.Name == node.Inputs[0]) is { Dimensions: [> 1, > 1] sizes, IsExternal: false } table
                && table.Type is TensorType.Float or TensorType.Float16 && (double)sizes[0] * sizes[1] <= MaxNumbers)
                return new TokenEmbedding(node.Outputs[0], TensorValues.Floats(table), (int)sizes[1]);
        }

        throw new CheckSkippedException("the model's tokens do not go into a table of embeddings first, or it lies in another file");
    }

    // Exporters put a cast between them.
    private static bool IsIds(GraphProto graph, string tensor, string ids)
    {
        for (var steps = 0; steps < 4; steps++)
        {
            if (tensor == ids)
                return true;
            if (graph.Producer(tensor) is not { Operator: "Cast" or "Identity" } node)
                return false;
            tensor = node.Inputs[0];
        }

        return false;
    }
}
