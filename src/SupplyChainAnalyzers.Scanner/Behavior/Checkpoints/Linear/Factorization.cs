namespace SupplyChainAnalyzers.Scanner.Behavior.Checkpoints.Linear;

/// <summary>A matrix with few columns, taken apart.</summary>
internal static class Factorization
{
    /// <summary>The upper triangle R of A = QR, by Householder reflections (Golub and Van Loan, Matrix Computations, 5.2).</summary>
    /// <param name="matrix">Column by column, as many rows as columns or more; is overwritten.</param>
    /// <param name="columns">How many.</param>
    /// <returns>Column by column, columns by columns.</returns>
    public static double[] Triangle(double[] matrix, int columns)
    {
        var rows = matrix.Length / columns;
        var triangle = new double[columns * columns];
        for (var k = 0; k < columns; k++)
        {
            var pivot = matrix.AsSpan((k * rows) + k, rows - k);
            var length = Math.Sqrt(Dot(pivot, pivot));
            var diagonal = pivot[0] > 0 ? -length : length;
            for (var i = 0; i < k; i++)
                triangle[(k * columns) + i] = matrix[(k * rows) + i];
            triangle[(k * columns) + k] = diagonal;
            if (length == 0)
                continue;

            pivot[0] -= diagonal;
            var square = Dot(pivot, pivot);
            for (var j = k + 1; j < columns; j++)
            {
                var other = matrix.AsSpan((j * rows) + k, rows - k);
                var share = 2 * Dot(pivot, other) / square;
                for (var i = 0; i < other.Length; i++)
                    other[i] -= share * pivot[i];
            }
        }

        return triangle;
    }

    /// <summary>Makes the columns orthonormal, by Gram and Schmidt twice over; what depends on the others becomes zero.</summary>
    /// <param name="matrix">Column by column; is overwritten.</param>
    /// <param name="columns">How many.</param>
    public static void Orthonormalize(double[] matrix, int columns)
    {
        const double Vanished = 1e-12;
        var rows = matrix.Length / columns;
        for (var k = 0; k < columns; k++)
        {
            var own = matrix.AsSpan(k * rows, rows);
            var before = Math.Sqrt(Dot(own, own));
            for (var j = 0; j < 2 * k; j++)
            {
                var other = matrix.AsSpan(j % k * rows, rows);
                var share = Dot(own, other);
                for (var i = 0; i < rows; i++)
                    own[i] -= share * other[i];
            }

            var length = Math.Sqrt(Dot(own, own));
            for (var i = 0; i < rows; i++)
                own[i] = length > Vanished * before ? own[i] / length : 0;
        }
    }

    /// <summary>Singular values, the largest first, by one-sided Jacobi rotations (Hestenes 1958; Golub and Van Loan 8.6.3).</summary>
    /// <param name="matrix">Column by column; is overwritten.</param>
    /// <param name="columns">How many.</param>
    public static double[] SingularValues(double[] matrix, int columns)
    {
        const int MaxSweeps = 40; // some ten are enough
        const double Small = 1e-14;
        var rows = matrix.Length / columns;
        for (var (sweep, isRotated) = (0, true); isRotated && sweep < MaxSweeps; sweep++)
        {
            isRotated = false;
            for (var p = 0; p < columns - 1; p++)
            {
                for (var q = p + 1; q < columns; q++)
                {
                    var left = matrix.AsSpan(p * rows, rows);
                    var right = matrix.AsSpan(q * rows, rows);
                    var (a, b, c) = (Dot(left, left), Dot(right, right), Dot(left, right));
                    if (Math.Abs(c) <= Small * Math.Sqrt(a * b))
                        continue;

                    isRotated = true;
                    var slope = (b - a) / (2 * c);
                    var tangent = (slope >= 0 ? 1 : -1) / (Math.Abs(slope) + Math.Sqrt(1 + (slope * slope)));
                    var cosine = 1 / Math.Sqrt(1 + (tangent * tangent));
                    var sine = cosine * tangent;
                    for (var i = 0; i < rows; i++)
                        (left[i], right[i]) = ((cosine * left[i]) - (sine * right[i]), (sine * left[i]) + (cosine * right[i]));
                }
            }
        }

        return [.. Enumerable.Range(0, columns).Select(k => Math.Sqrt(Dot(matrix.AsSpan(k * rows, rows), matrix.AsSpan(k * rows, rows)))).OrderDescending()];
    }

    private static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        var sum = 0.0;
        for (var i = 0; i < left.Length; i++)
            sum += left[i] * right[i];
        return sum;
    }
}
