using SupplyChainAnalyzers.Scanner.Behavior.Engine;

namespace SupplyChainAnalyzers.Scanner.Behavior.Statistics;

/// <summary>What stands out in a table of classes from which others are reached; logarithms, two decimals.</summary>
/// <param name="Source">Class of the pair that stands out most.</param>
/// <param name="Target">The other class.</param>
/// <param name="Advantage">
/// How much easier its way is than both classes have with others, or than the way back, whichever says less: classes that look alike are near
/// both ways, a planted trigger leads one way.
/// </param>
/// <param name="Lead">By how much that is more than of any other pair.</param>
/// <param name="Permutation">The mean of all classes when each is turned to another one, in the easiest of all such ways: high in an all-to-all attack.</param>
internal sealed record PairOutlier(int Source, int Target, double Advantage, double Lead, double Permutation)
{
    private const int Rounds = 3; // of taking middles off; more change nothing worth it
    private const double WayBack = .5; // what it counts in a permutation

    /// <param name="numbers">Above zero, for source and target: all pairs of classes from 0 on.</param>
    public static PairOutlier Lowest(IReadOnlyDictionary<(int Source, int Target), double> numbers)
    {
        if (!numbers.Values.All(double.IsFinite))
            throw new OnnxException(OnnxStage.Run, "it gives numbers that are not finite");

        // Some classes are near to everything and some pictures easy to turn: what is left when both are taken off is the pair's own.
        var own = numbers.ToDictionary(static pair => pair.Key, static pair => -Math.Log(pair.Value));
        for (var round = 0; round < Rounds; round++)
            own = Less(Less(own, static pair => pair.Target), static pair => pair.Source);

        var back = own.ToDictionary(static pair => pair.Key, pair => pair.Value - own[(pair.Key.Target, pair.Key.Source)]);
        var pairs = own.Keys.OrderByDescending(pair => Math.Min(own[pair], back[pair])).ThenBy(static pair => pair).Take(2).Select(pair => (Pair: pair, Advantage: Math.Min(own[pair], back[pair]))).ToArray();
        var classes = numbers.Keys.Max(static pair => pair.Source) + 1;
        var permutation = Assignment.Largest(classes, (source, target) => source == target ? -classes : own[(source, target)] + (WayBack * back[(source, target)])) / classes;
        var ((source, target), advantage) = pairs[0];
        return new PairOutlier(source, target, Math.Round(advantage, 2), Math.Round(advantage - pairs[1].Advantage, 2), Math.Round(permutation, 2));
    }

    private static Dictionary<(int Source, int Target), double> Less(Dictionary<(int Source, int Target), double> numbers, Func<(int Source, int Target), int> of)
    {
        var middles = numbers.GroupBy(pair => of(pair.Key)).ToDictionary(static group => group.Key, static group => RobustScore.Median([.. group.Select(static pair => pair.Value)]));
        return numbers.ToDictionary(static pair => pair.Key, pair => pair.Value - middles[of(pair.Key)]);
    }
}
