namespace SupplyChainAnalyzers.Core.Text;

/// <summary>
/// How many slips of the hand lie between two texts: insertions, deletions, substitutions and swaps of neighbours, each 1
/// (optimal string alignment); case of ASCII letters is free.
/// </summary>
internal static class EditDistance
{
    /// <summary>The distance, or any number above <paramref name="limit"/> when it is more than that.</summary>
    public static int Of(string left, string right, int limit = int.MaxValue - 1)
    {
        if (Math.Abs(left.Length - right.Length) > limit)
            return limit + 1;

        // Three rows are enough: a swap reaches back two.
        var (before, last, row) = (new int[right.Length + 1], new int[right.Length + 1], new int[right.Length + 1]);
        for (var j = 0; j <= right.Length; j++)
            last[j] = j;

        for (var i = 1; i <= left.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = Same(left, i, right, j) ? 0 : 1;
                row[j] = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && Same(left, i, right, j - 1) && Same(left, i - 1, right, j))
                    row[j] = Math.Min(row[j], before[j - 2] + 1);

                least = Math.Min(least, row[j]);
            }

            // A swap can still come from the row before, at one more.
            if (least > limit && i > 1 && before.Min() >= limit)
                return limit + 1;

            (before, last, row) = (last, row, before);
        }

        return last[right.Length];
    }

    private static bool Same(string left, int i, string right, int j) => Fold(left[i - 1]) == Fold(right[j - 1]);

    private static char Fold(char c) => c is >= 'A' and <= 'Z' ? (char)(c + 32) : c;
}
