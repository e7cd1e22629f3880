using SupplyChainAnalyzers.Scanner.Behavior.Engine;

namespace SupplyChainAnalyzers.Scanner.Behavior.Statistics;

/// <summary>The pair of classes whose number is farthest below what its source and its target have with others.</summary>
/// <param name="Source">Class of the pair.</param>
/// <param name="Target">The other class.</param>
/// <param name="Deviations">How far below, in robust deviations of all pairs; two decimals.</param>
/// <param name="OfEachSource">The same for the lowest pair of the middle source: high when every class has one, as in an all-to-all attack.</param>
internal sealed record PairOutlier(int Source, int Target, double Deviations, double OfEachSource)
{
    /// <param name="numbers">Above zero, for source and target; the pairs there are.</param>
    public static PairOutlier Lowest(IReadOnlyDictionary<(int Source, int Target), double> numbers)
    {
        if (!numbers.Values.All(double.IsFinite))
            throw new OnnxException(OnnxStage.Run, "it gives numbers that are not finite");

        // Some classes are near to everything and some pictures easy to turn: what is left when both are taken off is the pair's own.
        var own = numbers.ToDictionary(static pair => pair.Key, static pair => Math.Log(pair.Value));
        own = Less(own, static pair => pair.Target);
        own = Less(own, static pair => pair.Source);
        var pairs = own.Keys.Order().ToArray();
        var scores = pairs.Zip(RobustScore.Of([.. pairs.Select(pair => -own[pair])])).ToList();
        var ((source, target), highest) = scores.MaxBy(static score => score.Second);
        var each = RobustScore.Median([.. scores.GroupBy(static score => score.First.Source).Select(static group => group.Max(static score => score.Second))]);
        return new PairOutlier(source, target, Math.Round(highest, 2), Math.Round(each, 2));
    }

    private static Dictionary<(int Source, int Target), double> Less(Dictionary<(int Source, int Target), double> numbers, Func<(int Source, int Target), int> of)
    {
        var middles = numbers.GroupBy(pair => of(pair.Key)).ToDictionary(static group => group.Key, static group => RobustScore.Median([.. group.Select(static pair => pair.Value)]));
        return numbers.ToDictionary(static pair => pair.Key, pair => pair.Value - middles[of(pair.Key)]);
    }
}
