namespace SupplyChainAnalyzers.Core.Json;

/// <summary>Finds members of one name in an object.</summary>
internal static class DuplicateNames
{
    /// <summary>
    /// Every member whose name stands before it, in order, and where that name stood first. By sorting, not by a hash
    /// table: hashes of strings are predictable on .NET Framework, and a file of colliding names would hang the build.
    /// </summary>
    public static IReadOnlyList<(int Again, int First)> Find(IReadOnlyList<JsonMember> members)
    {
        var names = new string[members.Count];
        var places = new int[members.Count];
        for (var i = 0; i < names.Length; i++)
            (names[i], places[i]) = (members[i].Name, i);

        Array.Sort(names, places, StringComparer.Ordinal);
        var duplicates = new List<(int Again, int First)>();
        for (var start = 0; start < names.Length;)
        {
            var end = start + 1;
            var first = places[start];
            for (; end < names.Length && string.Equals(names[end], names[start], StringComparison.Ordinal); end++)
                first = Math.Min(first, places[end]);

            for (var i = start; i < end && end - start > 1; i++)
            {
                if (places[i] != first)
                    duplicates.Add((places[i], first));
            }

            start = end;
        }

        duplicates.Sort();
        return duplicates;
    }
}
