using SupplyChainAnalyzers.Scanner.Behavior.Statistics;

namespace SupplyChainAnalyzers.Scanner.Behavior.Poisoning;

/// <summary>
/// The directions in which rows vary most, by eigenvectors of their covariance: orthogonal iteration with Rayleigh and Ritz's step, until
/// nothing moves.
/// </summary>
internal static class PrincipalComponents
{
    private const int MaxIterations = 500;
    private const double Settled = 1e-13; // of the largest eigenvalue
    private const int Spare = 4; // more directions than asked for let the last ones settle

    /// <summary>Rows as their places along the leading directions; signs such that the largest number of a direction is above zero.</summary>
    /// <param name="rows">All of one width.</param>
    /// <param name="dimensions">Directions; no more than numbers in a row.</param>
    /// <param name="random">Where to start.</param>
    public static (double[][] Projected, double[] Variances) Of(float[][] rows, int dimensions, SeededRandom random)
    {
        var width = rows[0].Length;
        dimensions = Math.Min(dimensions, Math.Min(width, rows.Length));
        var mean = new double[width];
        foreach (var row in rows)
        {
            for (var i = 0; i < width; i++)
                mean[i] += row[i] / (double)rows.Length;
        }

        double[][] centred = [.. rows.Select(row => row.Select((value, i) => value - mean[i]).ToArray())];
        var isWide = width > rows.Length;
        var (vectors, values) = Eigen(Gram(centred, isWide), Math.Min(dimensions + Spare, Math.Min(width, rows.Length)), random);
        double[][] directions = [.. vectors.Take(dimensions).Select(vector => isWide ? Lifted(centred, vector) : vector).Select(Signed)];
        return ([.. centred.Select(row => directions.Select(direction => Dot(row, direction)).ToArray())], [.. values.Take(dimensions).Select(value => value / Math.Max(1, rows.Length - 1))]);
    }

    // Of the rows with each other where they are fewer than their numbers: the same eigenvalues, less to do.
    private static double[][] Gram(double[][] rows, bool isWide)
    {
        var vectors = isWide ? rows : Transposed(rows);
        var gram = new double[vectors.Length][];
        for (var i = 0; i < gram.Length; i++)
        {
            gram[i] = new double[vectors.Length];
            for (var j = 0; j <= i; j++)
                gram[i][j] = gram[j][i] = Dot(vectors[i], vectors[j]);
        }

        return gram;
    }

    private static (double[][] Vectors, double[] Values) Eigen(double[][] gram, int count, SeededRandom random)
    {
        double[][] basis = [.. Enumerable.Range(0, count).Select(_ => gram.Select(_ => random.Normal()).ToArray())];
        double[] values = new double[count], before;
        var iteration = 0;
        do
        {
            before = values;
            Orthonormalize(basis);
            double[][] moved = [.. basis.Select(vector => gram.Select(row => Dot(row, vector)).ToArray())];
            (basis, values) = RayleighRitz(basis, moved);
        }
        while (++iteration < MaxIterations && values.Zip(before, static (now, was) => Math.Abs(now - was)).Max() > Settled * Math.Max(values[0], double.Epsilon));

        Orthonormalize(basis);
        return (basis, values);
    }

    // The best vectors within what the basis spans.
    private static (double[][] Moved, double[] Values) RayleighRitz(double[][] basis, double[][] moved)
    {
        var n = basis.Length;
        var small = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
                small[i, j] = Dot(basis[i], moved[j]);
        }

        var (values, vectors) = SymmetricEigen.Of(small);
        return ([.. Enumerable.Range(0, n).Select(k => Combined(moved, vectors, k))], values);
    }

    private static double[] Combined(double[][] moved, double[,] vectors, int k)
    {
        var sum = new double[moved[0].Length];
        for (var j = 0; j < moved.Length; j++)
        {
            for (var i = 0; i < sum.Length; i++)
                sum[i] += vectors[j, k] * moved[j][i];
        }

        return sum;
    }

    // Gram and Schmidt, twice; what vanishes is left zero.
    private static void Orthonormalize(double[][] basis)
    {
        for (var k = 0; k < basis.Length; k++)
        {
            for (var time = 0; time < 2; time++)
            {
                for (var other = 0; other < k; other++)
                {
                    var share = Dot(basis[k], basis[other]);
                    for (var i = 0; i < basis[k].Length; i++)
                        basis[k][i] -= share * basis[other][i];
                }

                var length = Math.Sqrt(Dot(basis[k], basis[k]));
                for (var i = 0; i < basis[k].Length; i++)
                    basis[k][i] = length > 1e-150 ? basis[k][i] / length : 0;
            }
        }
    }

    private static double[] Lifted(double[][] rows, double[] vector)
    {
        var lifted = new double[rows[0].Length];
        for (var i = 0; i < rows.Length; i++)
        {
            for (var j = 0; j < lifted.Length; j++)
                lifted[j] += vector[i] * rows[i][j];
        }

        var length = Math.Sqrt(Dot(lifted, lifted));
        return [.. lifted.Select(value => length > 0 ? value / length : 0)];
    }

    private static double[] Signed(double[] direction)
    {
        var largest = direction.MaxBy(Math.Abs);
        return largest < 0 ? Array.ConvertAll(direction, static value => -value) : direction;
    }

    private static double[][] Transposed(double[][] rows) => [.. Enumerable.Range(0, rows[0].Length).Select(column => Array.ConvertAll(rows, row => row[column]))];

    private static double Dot(double[] one, double[] other) => System.Numerics.Tensors.TensorPrimitives.Dot<double>(one, other);
}
