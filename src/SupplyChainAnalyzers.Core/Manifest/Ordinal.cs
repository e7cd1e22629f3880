namespace SupplyChainAnalyzers.Core.Manifest;

/// <summary>Order by UTF-16 code units. What a lock holds mostly is in it already, so looking is cheaper than sorting.</summary>
internal static class Ordinal
{
    /// <summary>Sorts <paramref name="keys"/>, and <paramref name="values"/> along with them.</summary>
    public static void Sort<T>(string[] keys, T[] values)
    {
        if (!IsSorted(keys))
            Array.Sort(keys, values, StringComparer.Ordinal);
    }

    private static bool IsSorted(string[] keys)
    {
        for (var i = 1; i < keys.Length; i++)
        {
            if (string.CompareOrdinal(keys[i - 1], keys[i]) > 0)
                return false;
        }

        return true;
    }
}
