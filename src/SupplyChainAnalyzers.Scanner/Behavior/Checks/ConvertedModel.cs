using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior.Comparison;
using SupplyChainAnalyzers.Scanner.Behavior.Comparison.Conversions;
using SupplyChainAnalyzers.Scanner.Behavior.Onnx;
using SupplyChainAnalyzers.Scanner.Behavior.Weights;

namespace SupplyChainAnalyzers.Scanner.Behavior.Checks;

/// <summary>
/// A converted or quantised model answers as its original, on the probe and on inputs unlike it, and its layers have the original's weights
/// within what the conversion costs.
/// </summary>
internal sealed class ConvertedModel : IBehaviorCheck
{
    // Of the logits' spread. Float: what folding and other kernels cost; else what eight bits and sixteen-bit floats do.
    private static readonly Tolerance Exact = new("float", .002, .999, .01);
    private static readonly Tolerance Half = new("16 bit", .05, .99, .05);
    private static readonly Tolerance Quantised = new("quantised", .5, .95, .35);

    private static readonly HashSet<string> Quantising = new(StringComparer.Ordinal)
    {
        "QuantizeLinear", "DequantizeLinear", "DynamicQuantizeLinear", "QLinearConv", "QLinearMatMul", "QGemm", "MatMulInteger", "ConvInteger", "DynamicQuantizeMatMul", "MatMulIntegerToFloat", "MatMulNBits",
    };

    public string Id => "conversion";

    public string Paper => "own; quantisation that wakes a backdoor as in Hong et al.: Qu-ANTI-zation, NeurIPS 2021";

    public BehaviorTier Tier => BehaviorTier.Fast;

    public CheckNeeds Needs => CheckNeeds.Original;

    public CheckResult Run(BehaviorContext context)
    {
        var original = context.Original!;
        var tolerance = Of(context);
        var (now, was) = (context.Classifier, new Classifier(original.Session, context.Probe));
        if (now.InputSize != was.InputSize || now.Classes != was.Classes)
            return Found(context, "takes other inputs or has other classes than its original", 10, [], []);

        var stress = StressInputs.Of(now, context.Probe, context.Random(this, "inputs"));
        (string Name, AnswerAgreement Agreement)[] kinds =
        [
            .. new (string Name, float[] Inputs)[] { ("probe", context.Probe?.Inputs ?? []), ("patched", stress.Patches), ("noise", stress.Noise), ("colours", stress.Colours) }
                .Where(static kind => kind.Inputs.Length > 0).Select(kind => (kind.Name, AnswerAgreement.Of(now, was, kind.Inputs))),
        ];
        context.Progress(.8);
        var layers = Layers(context, original);
        var disagreement = kinds.Max(static kind => 1 - kind.Agreement.Same);
        var difference = kinds.Max(static kind => kind.Agreement.Difference);
        var worst = layers.MaxBy(static layer => layer.Residual);
        var (byAnswer, byNumber, byWeight) = (disagreement / (1 - tolerance.Agreement), difference / tolerance.Difference, (worst?.Residual ?? 0) / tolerance.Residual);
        Measurement[] values = [.. kinds.SelectMany(static kind => kind.Agreement.Values(kind.Name)), new("largestResidual", worst?.Residual ?? 0), new("layers", layers.Count), new("toleratedDifference", tolerance.Difference), new("toleratedAgreement", tolerance.Agreement)];
        ItemResult[] items = [.. layers.OrderByDescending(static layer => layer.Residual).Take(ItemResult.MaxItems).Select(static layer => layer.Shown)];
        var score = Math.Max(byAnswer, Math.Max(byNumber, byWeight));
        return score <= 1
            ? new CheckResult(Id, CheckOutcome.NoFinding, FormattableString.Invariant($"answers as its original within the tolerance for {tolerance.Name} models ({tolerance.Agreement:P1} of the answers, numbers within {tolerance.Difference:0.###} of their spread)")) { Score = score, Values = values, Items = items }
            : byWeight >= Math.Max(byAnswer, byNumber) && worst is not null
                ? Found(context, FormattableString.Invariant($"has other weights than its original: channel {worst.Channel} of {worst.Step.Shown} differs by {worst.Residual:0.00} of a channel's length, {tolerance.Residual:0.00} is tolerated for {tolerance.Name} models"), score, values, items)
                : Found(context, FormattableString.Invariant($"does not answer as its original: {disagreement:P1} of the answers on {kinds.MaxBy(static kind => 1 - kind.Agreement.Same).Name} inputs are others, numbers differ by {difference:0.###} of their spread; {1 - tolerance.Agreement:P1} and {tolerance.Difference:0.###} are tolerated for {tolerance.Name} models"), score, values, items);
    }

    private CheckResult Found(BehaviorContext context, string words, double score, Measurement[] values, ItemResult[] items) =>
        new(Id, CheckOutcome.Suspicious, words + "; convert the original yourself and compare, or calibrate the quantisation on more data") { Score = score, Rule = Rules.ConversionDiffers, Values = values, Items = items };

    private Tolerance Of(BehaviorContext context)
    {
        var nodes = context.Graph.Graph.All.SelectMany(static graph => graph.Nodes);
        var own = nodes.Any(static node => Quantising.Contains(node.Operator)) ? Quantised
            : context.Graph.Graph.Initializers.Any(static tensor => tensor.Type is TensorType.Float16 or TensorType.BFloat16) ? Half : Exact;
        return own with
        {
            Difference = context.Parameter(this, "difference", own.Difference),
            Agreement = Math.Min(context.Parameter(this, "agreement", own.Agreement), 1 - 1e-9),
            Residual = context.Parameter(this, "residual", own.Residual),
        };
    }

    private static List<LayerAgreement> Layers(BehaviorContext context, OtherModel original)
    {
        var (before, after) = (new WeightSource(original.Graph.Graph, ModelTensors.Of(original.Graph, original.Folder)), new WeightSource(context.Graph.Graph, ModelTensors.Of(context.Graph, context.Folder)));
        return [.. GraphDifference.Of(GraphSteps.Of(original.Graph.Graph), GraphSteps.Of(context.Graph.Graph)).Common.Select(pair => LayerAgreement.Of(pair.Was, pair.Now, before, after)).OfType<LayerAgreement>()];
    }
}
