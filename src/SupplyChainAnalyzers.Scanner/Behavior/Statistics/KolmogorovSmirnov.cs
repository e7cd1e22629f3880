namespace SupplyChainAnalyzers.Scanner.Behavior.Statistics;

/// <summary>How far the distributions of two sets of numbers are apart (Kolmogorov 1933, Smirnov 1948).</summary>
internal static class KolmogorovSmirnov
{
    /// <summary>Of more numbers, every so-manieth: what is left out moves the statistic by a thousandth.</summary>
    private const int MaxNumbers = 1 << 20;

    /// <summary>The largest distance between the two distribution functions: 0 for the same numbers, 1 for no overlap.</summary>
    /// <param name="first">At least one.</param>
    /// <param name="second">At least one.</param>
    public static double Statistic(ReadOnlySpan<float> first, ReadOnlySpan<float> second)
    {
        var (a, b) = (Sorted(first), Sorted(second));
        var (i, j, largest) = (0, 0, 0.0);
        while (i < a.Length && j < b.Length)
        {
            var at = Math.Min(a[i], b[j]);
            while (i < a.Length && a[i] <= at)
                i++;
            while (j < b.Length && b[j] <= at)
                j++;
            largest = Math.Max(largest, Math.Abs(((double)i / a.Length) - ((double)j / b.Length)));
        }

        return largest;
    }

    private static float[] Sorted(ReadOnlySpan<float> numbers)
    {
        var step = Math.Max(1, numbers.Length / MaxNumbers);
        var some = new float[(numbers.Length + step - 1) / step];
        for (var i = 0; i < some.Length; i++)
            some[i] = numbers[i * step] + 0f; // -0 is 0
        Array.Sort(some);
        return some;
    }
}
