namespace SupplyChainAnalyzers.Scanner.Behavior.Poisoning;

/// <summary>How well rows lie in their groups (Rousseeuw 1987): the mean over all of (b - a) / max(a, b), a the mean distance to one's own group, b to the nearest other.</summary>
internal static class Silhouette
{
    /// <summary>Rows that are measured against all others; of more, every so-manieth: the work grows with the square.</summary>
    private const int MaxRows = 4000;

    /// <summary>From -1 to 1; 0 for one group alone. A row that is alone in its group counts 0.</summary>
    public static double Score(double[][] rows, int[] groups)
    {
        if (groups.Distinct().Count() < 2)
            return 0;

        var step = (rows.Length + MaxRows - 1) / MaxRows;
        int[] some = [.. Enumerable.Range(0, rows.Length).Where(i => i % step == 0)];
        return some.Average(i => Of(i, some, rows, groups));
    }

    private static double Of(int i, int[] some, double[][] rows, int[] groups)
    {
        var (sums, counts) = (new double[groups.Max() + 1], new int[groups.Max() + 1]);
        foreach (var j in some)
        {
            if (j == i)
                continue;

            sums[groups[j]] += System.Numerics.Tensors.TensorPrimitives.Distance<double>(rows[i], rows[j]);
            counts[groups[j]]++;
        }

        if (counts[groups[i]] == 0)
            return 0;

        var own = sums[groups[i]] / counts[groups[i]];
        var other = Enumerable.Range(0, sums.Length).Where(group => group != groups[i] && counts[group] > 0).Min(group => sums[group] / counts[group]);
        return Math.Max(own, other) > 0 ? (other - own) / Math.Max(own, other) : 0;
    }
}
