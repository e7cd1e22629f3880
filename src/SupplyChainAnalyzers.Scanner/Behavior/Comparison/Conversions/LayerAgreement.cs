using SupplyChainAnalyzers.Core.Scanning.Behavior;

namespace SupplyChainAnalyzers.Scanner.Behavior.Comparison.Conversions;

/// <summary>The weights of a layer before and after a conversion.</summary>
/// <param name="Step">Of the converted graph.</param>
/// <param name="Residual">
/// What is left of the channel that differs most when each may be scaled by itself, as folding and quantising do: in lengths of a middle channel.
/// </param>
/// <param name="Channel">That one.</param>
internal sealed record LayerAgreement(GraphStep Step, double Residual, int Channel)
{
    public ItemResult Shown => new($"layer {Step.Shown}", [new("residual", Residual), new("channel", Channel)]);

    /// <summary>Null where a weight is computed, or the layers are of other sizes.</summary>
    public static LayerAgreement? Of(GraphStep was, GraphStep now, WeightSource before, WeightSource after)
    {
        if (before.Of(was.Node) is not { } old || after.Of(now.Node) is not { } converted || old.Rows != converted.Rows || old.RowSize != converted.RowSize)
            return null;

        var middle = Math.Sqrt(Sum(old.Values, old.Values) / old.Rows);
        var (worst, channel) = (0.0, 0);
        for (var row = 0; row < old.Rows && middle > 0; row++)
        {
            var (own, cross, energy) = (Sum(converted[row], converted[row]), Sum(old[row], converted[row]), Sum(old[row], old[row]));
            var explained = own > 0 ? cross * Math.Abs(cross) / own : 0; // a channel may not change its sign
            if (Math.Sqrt(Math.Max(0, energy - explained)) / middle is var residual && residual > worst)
                (worst, channel) = (residual, row);
        }

        return new LayerAgreement(now, Math.Round(worst, 4), channel);
    }

    private static double Sum(ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        var sum = 0.0;
        for (var i = 0; i < one.Length; i++)
            sum += (double)one[i] * other[i];
        return sum;
    }
}
