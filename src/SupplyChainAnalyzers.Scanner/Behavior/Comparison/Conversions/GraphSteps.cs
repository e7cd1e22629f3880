using SupplyChainAnalyzers.Scanner.Behavior.Onnx;

namespace SupplyChainAnalyzers.Scanner.Behavior.Comparison.Conversions;

/// <summary>
/// The steps of a graph that depend on its input, in their order. What converters fold, insert and move as they like is left out on both sides:
/// constants and what is computed from them, layouts, types, quantising, scaling by a constant. Operators that do the work of several
/// become those. A trigger's detector cannot be made of what is left out: it has to mix numbers of the input, compare or choose.
/// </summary>
internal static class GraphSteps
{
    private static readonly HashSet<string> Neutral = new(StringComparer.Ordinal)
    {
        "Identity", "Dropout", "Cast", "CastLike", "Constant", "ConstantOfShape", "Shape", "Size", "Reshape", "Flatten", "Squeeze", "Unsqueeze", "Transpose",
        "QuantizeLinear", "DequantizeLinear", "DynamicQuantizeLinear", "BatchNormalization", "Neg", "ReorderInput", "ReorderOutput",
    };

    // With a constant on one side they scale and shift.
    private static readonly HashSet<string> Scaling = new(StringComparer.Ordinal) { "Add", "Sub", "Mul", "Div" };

    private static readonly Dictionary<string, string[]> Parts = new(StringComparer.Ordinal)
    {
        ["Gemm"] = ["MatMul"],
        ["MatMulInteger"] = ["MatMul"],
        ["QLinearMatMul"] = ["MatMul"],
        ["QGemm"] = ["MatMul"],
        ["FusedMatMul"] = ["MatMul"],
        ["FusedGemm"] = ["MatMul"],
        ["DynamicQuantizeMatMul"] = ["MatMul"],
        ["MatMulIntegerToFloat"] = ["MatMul"],
        ["MatMulNBits"] = ["MatMul"],
        ["ConvInteger"] = ["Conv"],
        ["QLinearConv"] = ["Conv"],
        ["FusedConv"] = ["Conv"],
        ["NhwcFusedConv"] = ["Conv"],
        ["QLinearAdd"] = ["Add"],
        ["QLinearMul"] = ["Mul"],
        ["QLinearConcat"] = ["Concat"],
        ["QLinearSigmoid"] = ["Sigmoid"],
        ["QLinearLeakyRelu"] = ["LeakyRelu"],
        ["QLinearSoftmax"] = ["Softmax"],
        ["QLinearAveragePool"] = ["AveragePool"],
        ["QLinearGlobalAveragePool"] = ["ReduceMean"],
        ["GlobalAveragePool"] = ["ReduceMean"],
        ["GlobalMaxPool"] = ["ReduceMax"],
        ["HardSigmoid"] = ["Clip"],
        ["HardSwish"] = ["Clip", "Mul"],
        ["Gelu"] = ["Erf", "Mul"],
        ["BiasGelu"] = ["Erf", "Mul"],
        ["QuickGelu"] = ["Sigmoid", "Mul"],
        ["LogSoftmax"] = ["Softmax", "Log"],
        ["SkipLayerNormalization"] = ["Add", .. Normalization],
        ["LayerNormalization"] = Normalization,
        ["SimplifiedLayerNormalization"] = ["Pow", "ReduceMean", "Sqrt", "Div"],
    };

    private static string[] Normalization => ["ReduceMean", "Sub", "Pow", "ReduceMean", "Sqrt", "Div"];

    public static IReadOnlyList<GraphStep> Of(GraphProto graph)
    {
        var dependent = graph.RealInputs.Select(static input => input.Name).ToHashSet(StringComparer.Ordinal);
        var steps = new List<GraphStep>();
        foreach (var node in graph.Nodes)
        {
            if (node.Operator is "Shape" or "Size" || !ModelNames.UsedBy(node).Any(dependent.Contains))
                continue;

            dependent.UnionWith(node.Outputs);
            if (!Neutral.Contains(node.Operator) && !(Scaling.Contains(node.Operator) && node.Inputs.Any(input => !dependent.Contains(input))))
                steps.AddRange(Kinds(node).Select(kind => new GraphStep(kind, node)));
        }

        return steps;
    }

    // A rectifier that clips at zero is one; fused nodes name what they do afterwards.
    private static IEnumerable<string> Kinds(NodeProto node)
    {
        IEnumerable<string> kinds = Parts.TryGetValue(node.Operator, out var parts) ? parts : [node.Operator];
        return node.Attribute("activation") is { } fused && node.Operator.StartsWith("Fused", StringComparison.Ordinal) && fused.Text.Length > 0 ? kinds.Append(fused.Text) : kinds;
    }
}
