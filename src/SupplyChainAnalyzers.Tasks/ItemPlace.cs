using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Tasks;

/// <summary>Where a project file names an item. MSBuild does not keep that; a search for the name in quotes finds most.</summary>
internal static class ItemPlace
{
    /// <summary>The first place where <paramref name="text"/> holds <paramref name="item"/> as an attribute or in a list; else none.</summary>
    public static TextRegion Find(string text, string item)
    {
        // Both separators mean the same to MSBuild, and both are one character.
        var (haystack, needle) = (text.Replace('\\', '/'), item.Replace('\\', '/'));
        for (var at = haystack.IndexOf(needle, StringComparison.Ordinal); at >= 0; at = haystack.IndexOf(needle, at + 1, StringComparison.Ordinal))
        {
            if (at > 0 && IsEdge(haystack[at - 1]) && at + needle.Length < haystack.Length && IsEdge(haystack[at + needle.Length]))
                return Region(text, at, needle.Length);
        }

        return TextRegion.None;
    }

    private static bool IsEdge(char c) => c is '"' or '\'' or ';' or '>' or '<' || char.IsWhiteSpace(c);

    private static TextRegion Region(string text, int start, int length)
    {
        var line = 1;
        var lineStart = 0;
        for (var i = 0; i < start; i++)
        {
            if (text[i] != '\n')
                continue;

            line++;
            lineStart = i + 1;
        }

        var column = start - lineStart + 1;
        return new TextRegion(line, column, line, column + length);
    }
}
