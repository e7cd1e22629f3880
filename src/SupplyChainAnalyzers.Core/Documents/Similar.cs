namespace SupplyChainAnalyzers.Core.Documents;

/// <summary>Finds the name someone most likely meant.</summary>
internal static class Similar
{
    // A name longer than this was not mistyped, and comparing costs the product of both lengths.
    private const int MaxLength = 64;

    /// <summary><c>; did you mean 'x'?</c>, or nothing when no name is close.</summary>
    public static string Suggest(string name, IEnumerable<string> known)
    {
        if (name.Length > MaxLength)
            return "";

        var (best, least) = ((string?)null, int.MaxValue);
        foreach (var candidate in known)
        {
            // A third of a name may be wrong, but two letters at most: 'path' is not 'role'.
            var distance = Distance(name, candidate);
            if (distance < least && distance <= Math.Min(2, Math.Max(1, candidate.Length / 3)))
                (best, least) = (candidate, distance);
        }

        return best is null ? "" : $"; did you mean '{best}'?";
    }

    // Insertions, deletions, substitutions and swaps of neighbours, each 1 (optimal string alignment); case is free.
    private static int Distance(string left, string right)
    {
        var rows = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
            rows[i, 0] = i;
        for (var j = 0; j <= right.Length; j++)
            rows[0, j] = j;

        for (var i = 1; i <= left.Length; i++)
        {
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = Fold(left[i - 1]) == Fold(right[j - 1]) ? 0 : 1;
                var least = Math.Min(Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1, rows[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && Fold(left[i - 1]) == Fold(right[j - 2]) && Fold(left[i - 2]) == Fold(right[j - 1]))
                    least = Math.Min(least, rows[i - 2, j - 2] + 1);

                rows[i, j] = least;
            }
        }

        return rows[left.Length, right.Length];
    }

    private static char Fold(char c) => c is >= 'A' and <= 'Z' ? (char)(c + 32) : c;
}
