namespace SupplyChainAnalyzers.Scanner.Behavior.Poisoning;

/// <summary>How far each input of a class lies along the direction in which the class's features vary most.</summary>
internal static class SpectralScores
{
    /// <summary>A score for each input of the training data, and for each class the part of its variance along that direction.</summary>
    /// <param name="features">A row for each input.</param>
    /// <param name="labels">A class for each.</param>
    /// <param name="random">Random numbers for a class.</param>
    public static (double[] Scores, IReadOnlyDictionary<int, double> Shares) Of(float[][] features, int[] labels, Func<int, SeededRandom> random)
    {
        var (scores, shares) = (new double[labels.Length], new SortedDictionary<int, double>());
        foreach (var group in Enumerable.Range(0, labels.Length).GroupBy(i => labels[i]))
        {
            int[] members = [.. group];
            float[][] rows = [.. members.Select(i => features[i])];
            var (projected, variances) = PrincipalComponents.Of(rows, 1, random(group.Key));
            for (var i = 0; i < members.Length; i++)
                scores[members[i]] = projected[i][0] * projected[i][0];

            var all = Variance(rows);
            shares[group.Key] = all > 0 ? variances[0] * (rows.Length - 1) / all : 0;
        }

        return (scores, shares);
    }

    private static double Variance(float[][] rows)
    {
        var sum = 0.0;
        for (var column = 0; column < rows[0].Length; column++)
        {
            var mean = rows.Average(row => (double)row[column]);
            sum += rows.Sum(row => (row[column] - mean) * (row[column] - mean));
        }

        return sum;
    }
}
