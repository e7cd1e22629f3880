using SupplyChainAnalyzers.Scanner.Behavior.Onnx;

namespace SupplyChainAnalyzers.Scanner.Behavior.Autodiff.Operators;

/// <summary>How each operator passes a gradient back (its vector-Jacobian product), by its name.</summary>
internal static class OperatorGradients
{
    private const string Microsoft = "com.microsoft";

    private static readonly Dictionary<string, Action<NodeGradient>> Rules = new[]
    {
        ActivationGradients.Rules, ArithmeticGradients.Rules, ConvolutionGradients.Rules, EinsumGradients.Rules, FunctionGradients.Rules, IndexGradients.Rules, LayoutGradients.Rules,
        MatrixGradients.Rules, NormalizationGradients.Rules, PartGradients.Rules, PoolingGradients.Rules, QuantizedGradients.Rules, RecurrentGradients.Rules,
        ReductionGradients.Rules, ResizeGradients.Rules, SoftmaxGradients.Rules,
    }.SelectMany(static rules => rules).ToDictionary(static rule => rule.Key, static rule => rule.Value, StringComparer.Ordinal);

    /// <summary>Null for an operator that is not known here.</summary>
    public static Action<NodeGradient>? Of(string domain, string operation) => domain is "" or Microsoft ? Rules.GetValueOrDefault(operation) : null;

    /// <summary>Operators whose results are places, sizes or truth: no gradient flows through them.</summary>
    public static bool Stops(string operation) => operation is "Shape" or "Size" or "ArgMax" or "ArgMin" or "Greater" or "GreaterOrEqual" or "Less" or "LessOrEqual"
        or "Equal" or "Not" or "And" or "Or" or "Xor" or "IsNaN" or "IsInf" or "NonZero" or "ConstantOfShape" or "Range" or "EyeLike" or "OneHot" or "Constant"
        or "RandomNormalLike" or "RandomUniformLike" or "Bernoulli" or "Multinomial" or "NonMaxSuppression" or "Unique" or "StringNormalizer" or "TfIdfVectorizer";

    /// <summary>The outputs of a node that a gradient may flow through.</summary>
    public static IEnumerable<string> Carrying(NodeProto node) =>
        (node.Operator is "DynamicQuantizeLinear" ? node.Outputs.Take(1) : node.Outputs).Where(static name => name.Length > 0); // its scale is taken as given
}
