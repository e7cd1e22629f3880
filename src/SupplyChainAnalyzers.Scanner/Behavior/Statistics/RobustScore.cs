namespace SupplyChainAnalyzers.Scanner.Behavior.Statistics;

/// <summary>How far numbers lie from their middle, such that a few far ones do not move it.</summary>
internal static class RobustScore
{
    /// <summary>From the median absolute deviation to the deviation of a normal distribution.</summary>
    private const double Normal = 1.4826;

    /// <summary>The middle; 0 of nothing.</summary>
    public static double Median(IReadOnlyCollection<double> numbers)
    {
        double[] sorted = [.. numbers.Order()];
        return sorted.Length == 0 ? 0 : sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>The median absolute deviation, as a standard deviation.</summary>
    public static double Deviation(IReadOnlyCollection<double> numbers)
    {
        var middle = Median(numbers);
        return Normal * Median([.. numbers.Select(number => Math.Abs(number - middle))]);
    }

    /// <summary>The middle, and the deviation from it but no less than a least one: where most numbers are nearly equal, any other would lie far out.</summary>
    public static (double Middle, double Deviation) Around(IReadOnlyCollection<double> numbers, double least) => (Median(numbers), Math.Max(least, Deviation(numbers)));

    /// <summary>For each number, by how many deviations it is above the middle; 0 for all where most are equal.</summary>
    public static double[] Of(IReadOnlyCollection<double> numbers)
    {
        var (middle, deviation) = (Median(numbers), Deviation(numbers));
        return [.. numbers.Select(number => deviation > 0 ? (number - middle) / deviation : 0)];
    }

    /// <summary>Mean and sample standard deviation, which few far numbers do move.</summary>
    public static (double Mean, double Deviation) Moments(double[] numbers)
    {
        var mean = numbers.Average();
        return (mean, Math.Sqrt(numbers.Sum(number => (number - mean) * (number - mean)) / Math.Max(1, numbers.Length - 1)));
    }
}
