namespace SupplyChainAnalyzers.Scanner.Behavior.Poisoning;

/// <summary>
/// k-means (Lloyd 1957) as scikit-learn runs it: from ten starts by k-means++ (Arthur and Vassilvitskii 2007), the tightest counts. Groups are
/// ordered by size, the largest first, so that a result has one name.
/// </summary>
internal static class TwoMeans
{
    private const int Starts = 10;
    private const int MaxIterations = 300;

    /// <summary>The group of each row.</summary>
    /// <param name="rows">All of one width, at least as many as groups.</param>
    /// <param name="groups">How many.</param>
    /// <param name="random">Where to start.</param>
    public static int[] Of(double[][] rows, int groups, SeededRandom random)
    {
        var (best, tightest) = (new int[rows.Length], double.PositiveInfinity);
        for (var start = 0; start < Starts; start++)
        {
            var (assigned, spread) = Run(rows, Seeds(rows, groups, random));
            if (spread < tightest * (1 - 1e-9))
                (best, tightest) = (assigned, spread);
        }

        int[] order = [.. Enumerable.Range(0, groups).OrderByDescending(group => best.Count(one => one == group)).ThenBy(group => Array.IndexOf(best, group))];
        return Array.ConvertAll(best, group => Array.IndexOf(order, group));
    }

    private static (int[] Assigned, double Spread) Run(double[][] rows, double[][] centres)
    {
        var assigned = new int[rows.Length];
        for (var iteration = 0; iteration < MaxIterations; iteration++)
        {
            var isMoved = false;
            for (var i = 0; i < rows.Length; i++)
            {
                var nearest = Nearest(rows[i], centres).Centre;
                isMoved |= nearest != assigned[i];
                assigned[i] = nearest;
            }

            if (!isMoved && iteration > 0)
                break;
            Centre(rows, assigned, centres);
        }

        return (assigned, rows.Sum(row => Nearest(row, centres).Distance));
    }

    // A group that nothing is nearest to keeps its centre.
    private static void Centre(double[][] rows, int[] assigned, double[][] centres)
    {
        for (var group = 0; group < centres.Length; group++)
        {
            var (sum, count) = (new double[centres[group].Length], 0);
            for (var i = 0; i < rows.Length; i++)
            {
                if (assigned[i] != group)
                    continue;

                count++;
                for (var j = 0; j < sum.Length; j++)
                    sum[j] += rows[i][j];
            }

            if (count > 0)
                centres[group] = Array.ConvertAll(sum, value => value / count);
        }
    }

    // Each next centre with a chance that grows with its squared distance from those there are.
    private static double[][] Seeds(double[][] rows, int groups, SeededRandom random)
    {
        var centres = new List<double[]> { rows[random.Below(rows.Length)] };
        while (centres.Count < groups)
        {
            double[] distances = [.. rows.Select(row => Nearest(row, centres).Distance)];
            var (left, place) = (random.Uniform() * distances.Sum(), 0);
            while (place < rows.Length - 1 && (left -= distances[place]) > 0)
                place++;
            centres.Add(rows[place]);
        }

        return [.. centres];
    }

    private static (int Centre, double Distance) Nearest(double[] row, IReadOnlyList<double[]> centres)
    {
        var (nearest, least) = (0, double.PositiveInfinity);
        for (var i = 0; i < centres.Count; i++)
        {
            var distance = 0.0;
            for (var j = 0; j < row.Length; j++)
                distance += (row[j] - centres[i][j]) * (row[j] - centres[i][j]);
            if (distance < least)
                (nearest, least) = (i, distance);
        }

        return (nearest, least);
    }
}
