using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Behavior.Engine;
using SupplyChainAnalyzers.Scanner.Behavior.Statistics;
using SupplyChainAnalyzers.Scanner.Behavior.Weights;

namespace SupplyChainAnalyzers.Scanner.Behavior.Checks;

/// <summary>
/// Weights that no training leaves behind: an output channel whose norm is far above the others of its layer (a trigger needs one that
/// drowns them), a single weight of many deviations (edited by hand). The rows of the last layer are measured for the report alone:
/// on our models they tell nothing but hand-made backdoors apart, and those the channels find as well.
/// </summary>
internal sealed class WeightStatistics : IBehaviorCheck
{
    // Largest among our clean models: 5.2 and 10.2.
    private const double ChannelLimit = 6;
    private const double WeightLimit = 15;

    /// <summary>To the middle channel: the published SqueezeNet has one of 2.0 that lies 8 deviations above the mean, hand-made backdoors have 4.4 and more.</summary>
    private const double ChannelRatio = 3;

    /// <summary>Fewer channels have no deviation worth the name: one of eleven cannot lie four above their mean.</summary>
    private const int LeastChannels = 11;

    public string Id => "weights";

    public string Paper => "Zheng et al.: Data-free Backdoor Removal based on Channel Lipschitzness, ECCV 2022; the last layer in the spirit of DFBScanner, arXiv 2605.18907";

    public BehaviorTier Tier => BehaviorTier.Fast;

    public CheckNeeds Needs => CheckNeeds.None;

    public bool Concerns(BehaviorContext context) => true;

    public CheckResult Run(BehaviorContext context)
    {
        var layers = LayerWeights.Of(context.Graph, context.Folder).ToList();
        if (layers.Count == 0)
            throw new CheckSkippedException("the model has no layer with constant weights");

        // No statistic stands out beside NaN: a layer that nothing uses could hide all others.
        if (layers.Find(static layer => !layer.IsFinite) is { } broken)
            throw new OnnxException(OnnxStage.Run, $"its layer '{Printable.Of(broken.Name, 40)}' has weights that are not finite; restore the model, or train it anew");

        var heads = ClassifierHead.Of(context.Graph.Graph, layers);
        var (worstChannel, channelLayer, channel, worstWeight, weightLayer) = (0.0, layers[0], 0, 0.0, layers[0]);
        var (dead, duplicates) = (0, 0);
        for (var i = 0; i < layers.Count; i++)
        {
            var (z, row) = ChannelOutlier(layers[i]);
            if (z > worstChannel)
                (worstChannel, channelLayer, channel) = (z, layers[i], row);
            if (WeightOutlier(layers[i]) is var sigma && sigma > worstWeight)
                (worstWeight, weightLayer) = (sigma, layers[i]);

            dead += Enumerable.Range(0, layers[i].Rows).Count(index => !layers[i][index].ContainsAnyExcept(0f));
            duplicates += Duplicates(layers[i]);
            context.Progress((i + 1.0) / layers.Count);
        }

        if (context.WantsPictures)
            context.Show(Spectrum(channelLayer, channel));
        SpectrumPictures.Show(context, this, layers);

        var score = Math.Max(worstChannel / context.Parameter(this, "channelZ", ChannelLimit), worstWeight / context.Parameter(this, "absMaxSigma", WeightLimit));
        var isSuspicious = score >= 1;
        return new CheckResult(Id, isSuspicious ? CheckOutcome.Suspicious : CheckOutcome.NoFinding, Words(isSuspicious))
        {
            Score = score,
            TargetClass = isSuspicious && heads.Any(head => head.Node == channelLayer.Node) ? channel : null,
            Rule = Rules.WeightsStandOut,
            Classes = [.. LastLayer.Rows(heads)],
            Values = [new("channelZ", worstChannel), new("absMaxSigma", worstWeight), new("lastLayerZ", LastLayer.Outlier(heads)), new("deadChannels", dead), new("duplicateChannels", duplicates), new("layers", layers.Count)],
        };

        string Words(bool found) => !found
            ? $"has no weights that stand out in its {layers.Count} layers"
            : worstChannel / ChannelLimit >= worstWeight / WeightLimit
                ? FormattableString.Invariant($"has an output channel {worstChannel:0.0} deviations above the others of its layer '{Printable.Of(channelLayer.Name, 40)}', as planted ones are; compare it with the model it was made from, or train it anew")
                : FormattableString.Invariant($"has a weight {worstWeight:0.0} deviations from the others of its layer '{Printable.Of(weightLayer.Name, 40)}', as weights edited by hand are; compare it with the model it was made from, or train it anew");
    }

    private static BehaviorPicture Spectrum(LayerWeights layer, int channel) => BarChart.Of(
        "weights-channels", $"Norm of each output channel of the layer '{Printable.Of(layer.Name, 40)}'; red is the one that stands out most", ChannelNorms(layer), channel);

    private static (double Z, int Row) ChannelOutlier(LayerWeights layer)
    {
        if (layer.Rows < LeastChannels)
            return (0, 0);

        var norms = ChannelNorms(layer);
        var (mean, deviation) = RobustScore.Moments(norms);
        var largest = Array.IndexOf(norms, norms.Max());
        return deviation > 0 ? (Math.Min((norms[largest] - mean) / deviation, OfOrders(norms)), largest) : (0, 0);
    }

    // Where normalisation is folded into the weights, channels differ by orders of magnitude and some always lie far above the mean; a planted one is far
    // above the others by orders too.
    private static double OfOrders(double[] norms)
    {
        double[] logs = [.. norms.Where(static norm => norm > 0).Select(static norm => Math.Log(norm))];
        var (deviation, above) = (RobustScore.Deviation(logs), logs.Max() - RobustScore.Median(logs));
        return Math.Min(deviation > 0 ? above / deviation : double.PositiveInfinity, ChannelLimit * above / Math.Log(ChannelRatio));
    }

    // The channel's norm as a linear map: of a convolution the spectral norm of its kernels, a row for each input channel.
    private static double[] ChannelNorms(LayerWeights layer)
    {
        var norms = new double[layer.Rows];
        for (var row = 0; row < layer.Rows; row++)
            norms[row] = layer.Kernel is 1 or > 256 || layer.RowSize == layer.Kernel ? LastLayer.Length(layer[row]) : SpectralNorm.Of(layer[row], layer.Kernel);
        return norms;
    }

    // Of one input channel each, weights have nothing but their channel's scale, which is looked at above.
    private static double WeightOutlier(LayerWeights layer)
    {
        if (layer.Rows < LeastChannels || layer.RowSize == layer.Kernel)
            return 0;

        double[] weights = Array.ConvertAll(layer.Values, static weight => (double)weight);
        var (mean, deviation) = RobustScore.Moments(weights);
        return deviation > 0 ? weights.Max(weight => Math.Abs(weight - mean)) / deviation : 0;
    }

    private static int Duplicates(LayerWeights layer)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return Enumerable.Range(0, layer.Rows).Count(row => layer[row].ContainsAnyExcept(0f) && !seen.Add(Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Runtime.InteropServices.MemoryMarshal.AsBytes(layer[row])))));
    }
}
