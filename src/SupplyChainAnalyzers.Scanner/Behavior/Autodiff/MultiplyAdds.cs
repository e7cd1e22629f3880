using SupplyChainAnalyzers.Scanner.Behavior.Onnx;

namespace SupplyChainAnalyzers.Scanner.Behavior.Autodiff;

/// <summary>How much a graph has to work out: multiplications of its layers, and one for each number of any other tensor.</summary>
internal static class MultiplyAdds
{
    /// <summary>For one example where sizes follow the batch, else for the whole of it.</summary>
    public static double Of(GraphProto graph, GraphFacts facts) =>
        graph.Nodes.Where(node => node.Output(0) is { } output && facts.Knows(output)).Sum(node => Count(facts[node.Outputs[0]].Shape) * Each(node, facts));

    /// <summary>Numbers of a tensor.</summary>
    public static double Count(long[] shape) => shape.Where(static size => size > 0).Aggregate(1.0, static (product, size) => product * size);

    // Products for each number that comes out.
    private static double Each(NodeProto node, GraphFacts facts)
    {
        if (node.Input(0) is not { } a || node.Input(1) is not { } b || !facts.Knows(a) || !facts.Knows(b) || facts[a].Rank == 0 || facts[b].Rank == 0)
            return 1;

        return node.Operator switch
        {
            "Conv" => Count(facts[b].Shape) / Math.Max(1, facts[b].Shape[0]),
            "ConvTranspose" => Count(facts[b].Shape) / Math.Max(1, facts[b].Rank > 1 ? facts[b].Shape[1] : 1),
            "MatMul" => Math.Max(1, facts[a].Shape[^1]),
            "Gemm" => Math.Max(1, facts[a].Shape[node.Attribute("transA")?.Integer == 1 ? 0 : ^1]),
            _ => 1,
        };
    }
}
