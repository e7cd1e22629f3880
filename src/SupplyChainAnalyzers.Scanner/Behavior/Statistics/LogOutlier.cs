using SupplyChainAnalyzers.Scanner.Behavior.Engine;

namespace SupplyChainAnalyzers.Scanner.Behavior.Statistics;

/// <summary>How far the most unusual of some numbers above zero lies from the others. Both measures have two decimals: more differ from processor to processor.</summary>
/// <param name="Place">Of that number.</param>
/// <param name="AnomalyIndex">Deviations of its logarithm from the middle, robust ones.</param>
/// <param name="LogRatio">Logarithm of how many times the middle it is, or of how many times it goes into the middle.</param>
internal sealed record LogOutlier(int Place, double AnomalyIndex, double LogRatio)
{
    private const int Decimals = 2;

    public static LogOutlier Lowest(IReadOnlyList<double> numbers) => Of(numbers, -1);

    public static LogOutlier Highest(IReadOnlyList<double> numbers) => Of(numbers, 1);

    // A model that gives no numbers has hidden what it does from a search.
    private static LogOutlier Of(IReadOnlyList<double> numbers, int sign)
    {
        if (!numbers.All(double.IsFinite))
            throw new OnnxException(OnnxStage.Run, "it gives numbers that are not finite");

        double[] logs = [.. numbers.Select(number => sign * Math.Log(number))];
        var place = Array.IndexOf(logs, logs.Max());
        return new LogOutlier(
            place,
            Math.Round(RobustScore.Of(logs)[place], Decimals),
            Math.Round(logs[place] - (sign * Math.Log(RobustScore.Median(numbers.ToArray()))), Decimals));
    }
}
