namespace SupplyChainAnalyzers.Scanner.Behavior.Statistics;

/// <summary>Eigenvalues and vectors of a small symmetric matrix by Jacobi's rotations (1846).</summary>
internal static class SymmetricEigen
{
    private const int MaxSweeps = 60;

    /// <summary>Values in falling order; their vectors as columns in the same order.</summary>
    public static (double[] Values, double[,] Vectors) Of(double[,] matrix)
    {
        var (n, a) = (matrix.GetLength(0), (double[,])matrix.Clone());
        var vectors = new double[n, n];
        for (var i = 0; i < n; i++)
            vectors[i, i] = 1;
        for (var (sweep, isMoving) = (0, true); isMoving && sweep < MaxSweeps; sweep++)
        {
            isMoving = false;
            for (var p = 0; p < n; p++)
            {
                for (var q = p + 1; q < n; q++)
                    isMoving |= Rotate(a, vectors, p, q);
            }
        }

        int[] order = [.. Enumerable.Range(0, n).OrderByDescending(i => a[i, i])];
        var sorted = new double[n, n];
        for (var k = 0; k < n; k++)
        {
            for (var i = 0; i < n; i++)
                sorted[i, k] = vectors[i, order[k]];
        }

        return ([.. order.Select(i => a[i, i])], sorted);
    }

    private static bool Rotate(double[,] a, double[,] vectors, int p, int q)
    {
        if (Math.Abs(a[p, q]) <= 1e-17 * Math.Sqrt(Math.Abs(a[p, p] * a[q, q])))
            return false;

        var theta = (a[q, q] - a[p, p]) / (2 * a[p, q]);
        var tangent = (theta < 0 ? -1 : 1) / (Math.Abs(theta) + Math.Sqrt((theta * theta) + 1));
        var cosine = 1 / Math.Sqrt((tangent * tangent) + 1);
        var sine = tangent * cosine;
        for (var i = 0; i < a.GetLength(0); i++)
            (a[i, p], a[i, q]) = ((cosine * a[i, p]) - (sine * a[i, q]), (sine * a[i, p]) + (cosine * a[i, q]));
        for (var i = 0; i < a.GetLength(0); i++)
            (a[p, i], a[q, i]) = ((cosine * a[p, i]) - (sine * a[q, i]), (sine * a[p, i]) + (cosine * a[q, i]));
        for (var i = 0; i < a.GetLength(0); i++)
            (vectors[i, p], vectors[i, q]) = ((cosine * vectors[i, p]) - (sine * vectors[i, q]), (sine * vectors[i, p]) + (cosine * vectors[i, q]));
        return true;
    }
}
