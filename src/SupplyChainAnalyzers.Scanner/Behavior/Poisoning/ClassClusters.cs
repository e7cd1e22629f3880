using SupplyChainAnalyzers.Scanner.Behavior.Statistics;

namespace SupplyChainAnalyzers.Scanner.Behavior.Poisoning;

/// <summary>
/// The two groups that the features of one class's training data fall into, and what three analyses of ART's ActivationDefence say of them.
/// </summary>
/// <param name="Class">The class.</param>
/// <param name="Members">Places of its inputs in the training data.</param>
/// <param name="Groups">The group of each, 0 the larger.</param>
/// <param name="SmallerShare">The part of the class in the smaller group, to two decimals.</param>
/// <param name="Silhouette">Of the groups, to four decimals.</param>
/// <param name="IsSmall">Analysis by relative size: the smaller group has less than its part.</param>
/// <param name="IsCohesive">Analysis by silhouette: that, and the groups are apart.</param>
/// <param name="OwnDistance">From the smaller group's middle to that of its class.</param>
/// <param name="NearestDistance">To the nearest middle of another class.</param>
/// <param name="Nearest">That class; -1 where there is none.</param>
/// <param name="IsElsewhere">Analysis by distance: the smaller group's middle is nearer to another class's, the larger's is not.</param>
internal sealed record ClassClusters(
    int Class, int[] Members, int[] Groups, double SmallerShare, double Silhouette, bool IsSmall, bool IsCohesive, double OwnDistance, double NearestDistance, int Nearest, bool IsElsewhere)
{
    public const double SizeThreshold = .35;
    public const double SilhouetteThreshold = .1;

    /// <summary>Clusters every class that has enough inputs.</summary>
    /// <param name="features">A row for each input of the training data.</param>
    /// <param name="labels">A class for each.</param>
    /// <param name="dimensions">What features are reduced to.</param>
    /// <param name="random">Random numbers for a class.</param>
    public static IReadOnlyList<ClassClusters> Of(float[][] features, int[] labels, int dimensions, Func<int, SeededRandom> random)
    {
        const int least = 10; // fewer say nothing about groups
        var members = Enumerable.Range(0, labels.Length).GroupBy(i => labels[i]).Where(static group => group.Count() >= least).ToDictionary(static group => group.Key, static group => group.ToArray());
        var middles = members.ToDictionary(static pair => pair.Key, pair => Middle(pair.Value.Select(i => features[i])));
        return [.. members.Keys.Order().Select(label => Of(label, members[label], features, middles, dimensions, random(label)))];
    }

    private static ClassClusters Of(int label, int[] members, float[][] features, Dictionary<int, double[]> middles, int dimensions, SeededRandom random)
    {
        float[][] own = [.. members.Select(i => features[i])];
        double[][] reduced = own[0].Length > dimensions ? PrincipalComponents.Of(own, dimensions, random).Projected : [.. own.Select(static row => Array.ConvertAll(row, static value => (double)value))];
        var groups = TwoMeans.Of(reduced, 2, random);
        var share = Math.Round((double)groups.Count(static group => group == 1) / groups.Length, 2);
        var silhouette = Math.Round(Poisoning.Silhouette.Score(reduced, groups), 4);
        var (small, large) = (Middle(own.Where((_, i) => groups[i] == 1)), Middle(own.Where((_, i) => groups[i] == 0)));
        var (toOwn, largeToOwn) = (Distance(small, middles[label]), Distance(large, middles[label]));
        var others = middles.Where(pair => pair.Key != label).Select(pair => (Class: pair.Key, Small: Distance(small, pair.Value), Large: Distance(large, pair.Value))).ToList();
        var (nearest, distance) = others.Count == 0 ? (-1, 0.0) : others.MinBy(static other => other.Small) is var one ? (one.Class, one.Small) : default;
        return new ClassClusters(
            label, members, groups, share, silhouette, share < SizeThreshold, share < SizeThreshold && silhouette > SilhouetteThreshold, toOwn, distance, nearest,
            others.Any(other => other.Small < toOwn && other.Large > largeToOwn));
    }

    // Number by number, as ART takes it.
    private static double[] Middle(IEnumerable<float[]> rows)
    {
        float[][] all = [.. rows];
        return all.Length == 0 ? [] : [.. Enumerable.Range(0, all[0].Length).Select(column => RobustScore.Median(Array.ConvertAll(all, row => (double)row[column])))];
    }

    private static double Distance(double[] one, double[] other) => one.Length == 0 ? 0 : System.Numerics.Tensors.TensorPrimitives.Distance<double>(one, other);
}
