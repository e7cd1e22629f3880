namespace SupplyChainAnalyzers.Scanner.Behavior.Statistics;

/// <summary>The assignment problem: each row gets a column of its own, such that the sum is the largest (Kuhn 1955; shortest augmenting paths).</summary>
internal static class Assignment
{
    /// <summary>That sum; the work grows with the third power of <paramref name="size"/>.</summary>
    /// <param name="size">Rows, and columns.</param>
    /// <param name="value">Of a row and a column; finite.</param>
    public static double Largest(int size, Func<int, int, double> value)
    {
        // Rows and columns count from 1; column 0 stands for the row that is to be placed.
        var (ofRow, ofColumn, rowOf) = (new double[size + 1], new double[size + 1], new int[size + 1]);
        for (var row = 1; row <= size; row++)
            Place(row, size, value, ofRow, ofColumn, rowOf);
        return Enumerable.Range(1, size).Sum(column => value(rowOf[column] - 1, column - 1));
    }

    private static void Place(int row, int size, Func<int, int, double> value, double[] ofRow, double[] ofColumn, int[] rowOf)
    {
        var (nearest, before, isDone) = (new double[size + 1], new int[size + 1], new bool[size + 1]);
        Array.Fill(nearest, double.PositiveInfinity);
        rowOf[0] = row;
        var at = 0;
        do
        {
            isDone[at] = true;
            var next = 0;
            for (var column = 1; column <= size; column++)
            {
                if (isDone[column])
                    continue;

                var cost = -value(rowOf[at] - 1, column - 1) - ofRow[rowOf[at]] - ofColumn[column];
                if (cost < nearest[column])
                    (nearest[column], before[column]) = (cost, at);
                if (next == 0 || nearest[column] < nearest[next])
                    next = column;
            }

            var step = nearest[next];
            for (var column = 0; column <= size; column++)
            {
                if (isDone[column])
                    (ofRow[rowOf[column]], ofColumn[column]) = (ofRow[rowOf[column]] + step, ofColumn[column] - step);
                else
                    nearest[column] -= step;
            }

            at = next;
        }
        while (rowOf[at] != 0);

        for (; at != 0; at = before[at])
            rowOf[at] = rowOf[before[at]];
    }
}
