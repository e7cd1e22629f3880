namespace SupplyChainAnalyzers.Core.Json;

/// <summary>The lines git writes around a conflict. No valid JSON has one: a text cannot span lines.</summary>
internal static class ConflictMarkers
{
    /// <summary>git's own length; a longer run (nested merges) starts with it.</summary>
    public const int Length = 7;

    /// <summary>Offset of the first line that starts with a marker, or -1.</summary>
    public static int Find(string text)
    {
        for (var start = 0; start + Length <= text.Length;)
        {
            if (IsMarker(text, start))
                return start;

            var end = text.IndexOf('\n', start);
            if (end < 0)
                return -1;

            start = end + 1;
        }

        return -1;
    }

    private static bool IsMarker(string text, int start)
    {
        if (text[start] is not ('<' or '=' or '>' or '|'))
            return false;

        for (var i = 1; i < Length; i++)
        {
            if (text[start + i] != text[start])
                return false;
        }

        return true;
    }
}
