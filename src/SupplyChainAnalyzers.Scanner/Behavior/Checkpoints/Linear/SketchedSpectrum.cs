namespace SupplyChainAnalyzers.Scanner.Behavior.Checkpoints.Linear;

/// <summary>
/// The largest singular values of a matrix that is too large for memory, from three passes over its rows: a random sketch, one power step
/// (Halko, Martinsson and Tropp, Finding Structure with Randomness, SIAM Review 2011, algorithm 4.4).
/// </summary>
/// <param name="Values">The largest first, a few.</param>
/// <param name="SquaredNorm">Of the whole matrix: the sum of all squared singular values.</param>
internal sealed record SketchedSpectrum(double[] Values, double SquaredNorm)
{
    private const int Width = 8;

    /// <summary>Share of the largest singular value: 1 for a matrix of rank one.</summary>
    public double TopEnergy => SquaredNorm > 0 ? Math.Min(1, Values[0] * Values[0] / SquaredNorm) : 0;

    /// <param name="rows">Gives all rows anew each time it is called.</param>
    /// <param name="rowCount">How many.</param>
    /// <param name="columns">Numbers of a row.</param>
    /// <param name="random">Makes the sketch.</param>
    public static SketchedSpectrum Of(Func<IEnumerable<float[]>> rows, int rowCount, int columns, SeededRandom random)
    {
        var width = Math.Min(Width, Math.Min(rowCount, columns));
        var right = new double[columns * width];
        for (var i = 0; i < right.Length; i++)
            right[i] = random.Normal();

        var left = Times(rows(), right, rowCount, columns, width, out var norm);
        Factorization.Orthonormalize(left, width);
        right = TransposeTimes(rows(), left, rowCount, columns, width);
        Factorization.Orthonormalize(right, width);
        left = Times(rows(), right, rowCount, columns, width, out _);
        return new SketchedSpectrum(Factorization.SingularValues(left, width), norm);
    }

    private static double[] Times(IEnumerable<float[]> rows, double[] right, int rowCount, int columns, int width, out double norm)
    {
        var product = new double[rowCount * width];
        var (at, sum) = (0, 0.0);
        foreach (var row in rows)
        {
            for (var k = 0; k < width; k++)
            {
                var dot = 0.0;
                for (var i = 0; i < columns; i++)
                    dot += row[i] * right[(k * columns) + i];
                product[(k * rowCount) + at] = dot;
            }

            foreach (var x in row)
                sum += (double)x * x;
            at++;
        }

        norm = sum;
        return product;
    }

    private static double[] TransposeTimes(IEnumerable<float[]> rows, double[] left, int rowCount, int columns, int width)
    {
        var product = new double[columns * width];
        var at = 0;
        foreach (var row in rows)
        {
            for (var k = 0; k < width; k++)
            {
                var share = left[(k * rowCount) + at];
                for (var i = 0; i < columns; i++)
                    product[(k * columns) + i] += share * row[i];
            }

            at++;
        }

        return product;
    }
}
