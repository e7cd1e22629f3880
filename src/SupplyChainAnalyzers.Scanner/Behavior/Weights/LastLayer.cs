using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior.Statistics;

namespace SupplyChainAnalyzers.Scanner.Behavior.Weights;

/// <summary>
/// The rows of a classifier's last layer, one for each class. To turn everything to one class, that class must be fed by more features than
/// others are: its row has more positive weight (in the spirit of DFBScanner, arXiv 2605.18907).
/// </summary>
internal static class LastLayer
{
    /// <summary>Fewer rows have no middle to stand out from.</summary>
    private const int LeastRows = 3;

    private static readonly (string Name, Func<float[], double> Of)[] Statistics =
    [
        ("positive", static row => Sum(row, static weight => Math.Max(weight, 0))),
        ("sum", static row => Sum(row, static weight => weight)),
        ("length", static row => Length(row)),
        ("largest", static row => row.Max(Math.Abs)),
        ("kurtosis", Kurtosis),
    ];

    /// <summary>For each row, by how many robust deviations its sum of positive weights and its sum lie above those of the others.</summary>
    /// <param name="heads">Layers of as many rows each; of several, the one in which a row stands out most counts.</param>
    public static IEnumerable<ClassResult> Rows(IReadOnlyList<LayerWeights> heads)
    {
        if (heads.Count == 0 || heads[0].Rows is < LeastRows or > ClassResult.MaxClasses)
            return [];

        var scores = Statistics.Take(2).Select(statistic => (statistic.Name, Scores: heads.Select(head => Scores(head, statistic.Of)).ToArray())).ToArray();
        return Enumerable.Range(0, heads[0].Rows).Select(row => new ClassResult(row, [.. scores.Select(score => new Measurement(score.Name, score.Scores.Max(each => each[row])))]));
    }

    /// <summary>How far the most unusual row stands out by any of its statistics; 0 where there is none.</summary>
    public static double Outlier(IReadOnlyList<LayerWeights> heads) => heads.SelectMany(static head => Statistics.Select(statistic => Scores(head, statistic.Of).Max())).DefaultIfEmpty().Max();

    public static double Length(ReadOnlySpan<float> row) => Math.Sqrt(Sum(row, static weight => weight * weight));

    private static double[] Scores(LayerWeights layer, Func<float[], double> statistic) => RobustScore.Of([.. Enumerable.Range(0, layer.Rows).Select(row => statistic(layer[row].ToArray()))]);

    private static double Kurtosis(float[] row)
    {
        var (mean, deviation) = RobustScore.Moments(Array.ConvertAll(row, static weight => (double)weight));
        return deviation > 0 ? row.Average(weight => Math.Pow((weight - mean) / deviation, 4)) : 0;
    }

    private static double Sum(ReadOnlySpan<float> row, Func<double, double> of)
    {
        var sum = 0.0;
        foreach (var weight in row)
            sum += of(weight);
        return sum;
    }
}
