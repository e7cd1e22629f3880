namespace SupplyChainAnalyzers.Scanner.Behavior.Weights;

/// <summary>The largest singular value of a small matrix, by power iteration on its Gram matrix.</summary>
internal static class SpectralNorm
{
    private const int Iterations = 30;

    /// <summary>Of a matrix.</summary>
    /// <param name="matrix">Row by row.</param>
    /// <param name="columns">Numbers of a row; the work grows with its square.</param>
    public static double Of(ReadOnlySpan<float> matrix, int columns)
    {
        var gram = Gram(matrix, columns);
        var vector = new double[columns];
        for (var i = 0; i < columns; i++)
            vector[i] = 1 + (0.1 * i); // not orthogonal to anything that occurs

        var largest = 0.0;
        for (var step = 0; step < Iterations; step++)
        {
            var next = new double[columns];
            for (var i = 0; i < columns; i++)
            {
                for (var j = 0; j < columns; j++)
                    next[i] += gram[(i * columns) + j] * vector[j];
            }

            var length = Math.Sqrt(next.Sum(static x => x * x));
            if (length == 0)
                return 0;

            largest = length / Math.Sqrt(vector.Sum(static x => x * x));
            for (var i = 0; i < columns; i++)
                vector[i] = next[i] / length;
        }

        return Math.Sqrt(largest);
    }

    private static double[] Gram(ReadOnlySpan<float> matrix, int columns)
    {
        var gram = new double[columns * columns];
        for (var row = 0; row + columns <= matrix.Length; row += columns)
        {
            for (var i = 0; i < columns; i++)
            {
                var left = matrix[row + i];
                for (var j = 0; j < columns; j++)
                    gram[(i * columns) + j] += (double)left * matrix[row + j];
            }
        }

        return gram;
    }
}
