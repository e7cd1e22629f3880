namespace SupplyChainAnalyzers.Scanner.Behavior.Poisoning;

/// <summary>Quantiles as NumPy takes them by default: between two numbers, in proportion (Hyndman and Fan 1996, type 7).</summary>
internal static class Quantile
{
    /// <param name="numbers">At least one.</param>
    /// <param name="part">From 0 to 1.</param>
    public static double Of(IReadOnlyCollection<double> numbers, double part)
    {
        double[] sorted = [.. numbers.Order()];
        var place = (sorted.Length - 1) * Math.Clamp(part, 0, 1);
        var below = (int)place;
        return below + 1 < sorted.Length ? sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below])) : sorted[below];
    }
}
