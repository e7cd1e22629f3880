using SupplyChainAnalyzers.Scanner.Behavior.Statistics;

namespace SupplyChainAnalyzers.Scanner.Behavior.Weights;

/// <summary>
/// The leading singular values of a matrix by Lanczos bidiagonalization (Golub and Kahan 1965) with full reorthogonalization: a few dozen
/// products with the matrix, however large it is. Exact where the smaller side is no longer than the steps.
/// </summary>
internal static class SingularValues
{
    private const int Steps = 24;
    private const double Gone = 1e-12; // of the whole: nothing is left in this direction

    /// <summary>In falling order, at most <see cref="Steps"/>; the first ones are exact to many digits.</summary>
    /// <param name="matrix">Row by row.</param>
    /// <param name="rows">Of the matrix.</param>
    /// <param name="random">Where to start.</param>
    public static double[] Leading(ReadOnlySpan<float> matrix, int rows, SeededRandom random)
    {
        var columns = matrix.Length / rows;
        var whole = Math.Sqrt(Energy(matrix));
        if (whole == 0)
            return [0];

        var (rights, lefts) = (new List<double[]>(), new List<double[]>());
        var (diagonal, above) = (new List<double>(), new List<double>());
        var right = new double[columns];
        for (var i = 0; i < columns; i++)
            right[i] = random.Normal();
        Normalize(right);
        while (rights.Count < Math.Min(Steps, Math.Min(rows, columns)))
        {
            rights.Add(right);
            var left = Times(matrix, right, rows);
            Orthogonalize(left, lefts);
            var alpha = Normalize(left);
            diagonal.Add(alpha);
            if (alpha < Gone * whole)
                break;

            lefts.Add(left);
            right = TimesTransposed(matrix, left, columns);
            Orthogonalize(right, rights);
            var beta = Normalize(right);
            above.Add(beta);
            if (beta < Gone * whole)
                break;
        }

        return Bidiagonal([.. diagonal], [.. above]);
    }

    /// <summary>The sum of all squared singular values: that of all squared numbers.</summary>
    public static double Energy(ReadOnlySpan<float> matrix)
    {
        var sum = 0.0;
        foreach (var value in matrix)
            sum += (double)value * value;
        return sum;
    }

    // Roots of the eigenvalues of its product with itself; the last number above belongs to a column of its own.
    private static double[] Bidiagonal(double[] diagonal, double[] above)
    {
        var n = diagonal.Length;
        var gram = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            gram[i, i] = (diagonal[i] * diagonal[i]) + (i < above.Length ? above[i] * above[i] : 0);
            if (i + 1 < n)
                gram[i, i + 1] = gram[i + 1, i] = above[i] * diagonal[i + 1];
        }

        return Array.ConvertAll(SymmetricEigen.Of(gram).Values, static value => Math.Sqrt(Math.Max(0, value)));
    }

    private static double[] Times(ReadOnlySpan<float> matrix, double[] vector, int rows)
    {
        var product = new double[rows];
        for (var i = 0; i < rows; i++)
        {
            var row = matrix.Slice(i * vector.Length, vector.Length);
            for (var j = 0; j < row.Length; j++)
                product[i] += row[j] * vector[j];
        }

        return product;
    }

    private static double[] TimesTransposed(ReadOnlySpan<float> matrix, double[] vector, int columns)
    {
        var product = new double[columns];
        for (var i = 0; i < vector.Length; i++)
        {
            var row = matrix.Slice(i * columns, columns);
            for (var j = 0; j < row.Length; j++)
                product[j] += row[j] * vector[i];
        }

        return product;
    }

    // Twice is enough (Kahan, in Parlett 1980).
    private static void Orthogonalize(double[] vector, List<double[]> basis)
    {
        for (var time = 0; time < 2; time++)
        {
            foreach (var other in basis)
            {
                var share = 0.0;
                for (var i = 0; i < vector.Length; i++)
                    share += vector[i] * other[i];
                for (var i = 0; i < vector.Length; i++)
                    vector[i] -= share * other[i];
            }
        }
    }

    private static double Normalize(double[] vector)
    {
        var length = Math.Sqrt(vector.Sum(static x => x * x));
        for (var i = 0; length > 0 && i < vector.Length; i++)
            vector[i] /= length;
        return length;
    }
}
