namespace SupplyChainAnalyzers.Benchmarks;

/// <summary>
/// The statistic of MM-BD (Wang et al., IEEE S&amp;P 2024): a gamma distribution is fitted to all margins but the largest, and the chance of the
/// largest of so many is looked up in it.
/// </summary>
internal static class GammaTail
{
    private const int Terms = 1000;

    /// <summary>1 less the p-value: near 1 when the largest margin is one that the others do not explain. The paper calls a model suspicious from .95 on.</summary>
    public static double Rarity(IReadOnlyList<double> margins)
    {
        double[] sorted = [.. margins.Select(static margin => Math.Max(margin, 1e-6)).Order()];
        var (shape, scale) = Fit(sorted[..^1]);
        return Math.Pow(Below(shape, sorted[^1] / scale), sorted.Length);
    }

    // Maximum likelihood: Minka 2002, the generalised Newton step.
    private static (double Shape, double Scale) Fit(double[] values)
    {
        var mean = values.Average();
        var gap = Math.Max(Math.Log(mean) - values.Average(Math.Log), 1e-9);
        var shape = (3 - gap + Math.Sqrt(((gap - 3) * (gap - 3)) + (24 * gap))) / (12 * gap);
        for (var step = 0; step < 20; step++)
            shape = 1 / ((1 / shape) + ((Math.Log(shape) - Digamma(shape) - gap) / (shape * shape * ((1 / shape) - Trigamma(shape)))));
        return (shape, mean / shape);
    }

    // The regularised lower incomplete gamma function, by its series.
    private static double Below(double shape, double x)
    {
        var term = 1 / shape;
        var sum = term;
        for (var n = 1; n < Terms; n++)
        {
            term *= x / (shape + n);
            sum += term;
        }

        return Math.Clamp(sum * Math.Exp((shape * Math.Log(x)) - x - LogGamma(shape)), 0, 1);
    }

    private static double Digamma(double x) => x < 6 ? Digamma(x + 1) - (1 / x) : Math.Log(x) - (1 / (2 * x)) - (1 / (12 * x * x)) + (1 / (120 * Math.Pow(x, 4)));

    private static double Trigamma(double x) => x < 6 ? Trigamma(x + 1) + (1 / (x * x)) : (1 / x) + (1 / (2 * x * x)) + (1 / (6 * Math.Pow(x, 3))) - (1 / (30 * Math.Pow(x, 5)));

    private static double LogGamma(double x) => x < 6 ? LogGamma(x + 1) - Math.Log(x) : ((x - .5) * Math.Log(x)) - x + (.5 * Math.Log(2 * Math.PI)) + (1 / (12 * x)) - (1 / (360 * Math.Pow(x, 3)));
}
