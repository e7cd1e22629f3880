using SupplyChainAnalyzers.Scanner.Behavior.Autodiff;
using SupplyChainAnalyzers.Scanner.Behavior.Onnx;
using SupplyChainAnalyzers.Scanner.Behavior.Weights;

namespace SupplyChainAnalyzers.Scanner.Behavior.Comparison.Conversions;

/// <summary>The weights of a graph's layers up to a factor for each channel, whether they are stored as floats or quantised.</summary>
/// <param name="graph">Of the model.</param>
/// <param name="constants">Its tensors.</param>
internal sealed class WeightSource(GraphProto graph, IReadOnlyDictionary<string, ConstantTensor> constants)
{
    // Where the weights and their zero point stand among the inputs (onnx.ai, and ONNX Runtime's ContribOperators.md).
    private static readonly Dictionary<string, (int Weights, int Scale, int ZeroPoint)> Places = new(StringComparer.Ordinal)
    {
        ["Conv"] = (1, -1, -1),
        ["FusedConv"] = (1, -1, -1),
        ["Gemm"] = (1, -1, -1),
        ["MatMul"] = (1, -1, -1),
        ["FusedMatMul"] = (1, -1, -1),
        ["FusedGemm"] = (1, -1, -1),
        ["ConvInteger"] = (1, -1, 3),
        ["MatMulInteger"] = (1, -1, 3),
        ["QLinearConv"] = (3, 4, 5),
        ["QLinearMatMul"] = (3, 4, 5),
        ["QGemm"] = (3, 4, 5),
        ["DynamicQuantizeMatMul"] = (1, 2, 3),
        ["MatMulIntegerToFloat"] = (1, 3, 5),
    };

    private readonly Dictionary<string, NodeProto> _producers = graph.Nodes.SelectMany(static node => node.Outputs.Select(output => (output, node))).GroupBy(static pair => pair.output, StringComparer.Ordinal).ToDictionary(static group => group.Key, static group => group.First().node, StringComparer.Ordinal);

    /// <summary>Null where the node is no layer, or its weights are computed.</summary>
    public LayerWeights? Of(NodeProto node)
    {
        if (!Places.TryGetValue(node.Operator, out var place) || node.Input(place.Weights) is not { } name)
            return null;

        var (weights, zero) = Stored(name, Constant(node.Input(place.ZeroPoint < 0 ? int.MaxValue : place.ZeroPoint)));
        return weights is null ? null : LayerWeights.Read(node, name, Centred(node, weights, zero));
    }

    // Through what a converter puts between: casts, copies, and quantised weights that are made floats again.
    private (ConstantTensor? Weights, ConstantTensor? Zero) Stored(string name, ConstantTensor? zero)
    {
        for (var hops = 0; hops < 4; hops++)
        {
            if (constants.TryGetValue(name, out var tensor))
                return (tensor, zero);
            if (!_producers.TryGetValue(name, out var node) || node.Operator is not ("DequantizeLinear" or "Cast" or "Identity" or "QuantizeLinear") || node.Input(0) is not { } source)
                break;
            if (node.Operator == "DequantizeLinear")
                zero = Constant(node.Input(2)) ?? zero;
            name = source;
        }

        return (null, null);
    }

    private ConstantTensor? Constant(string? name) => name is not null ? constants.GetValueOrDefault(name) : null;

    // The zero point of each channel, or of all, taken off.
    private static ConstantTensor Centred(NodeProto node, ConstantTensor weights, ConstantTensor? zero)
    {
        if (zero is null || zero.Floats.Length == 0 || !Array.Exists(zero.Floats, static value => value != 0))
            return weights;

        var (values, isFirst) = ((float[])weights.Floats.Clone(), node.Operator.Contains("Conv", StringComparison.Ordinal) || node.Attribute("transB")?.Integer == 1);
        var perFirst = weights.Shape.Length > 0 && weights.Shape[0] > 0 ? values.Length / (int)weights.Shape[0] : values.Length;
        for (var i = 0; i < values.Length; i++)
            values[i] -= zero.Floats[(isFirst ? i / perFirst : i % (int)weights.Shape[^1]) % zero.Floats.Length];
        return ConstantTensor.Of(TensorProto.Of("", values, weights.Shape));
    }
}
