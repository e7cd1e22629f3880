namespace SupplyChainAnalyzers.Core.Sources.Shell;

/// <summary>Where substitutions and expansions end.</summary>
internal static class ShellBrackets
{
    /// <summary>The character behind the bracket that closes the one at <paramref name="at"/>; quotes hide brackets.</summary>
    public static int Close(string text, int at, char open, char close)
    {
        var depth = 0;
        for (; at < text.Length; at++)
        {
            var c = text[at];
            if (c == '\\')
                at++;
            else if (c == '\'')
                at = Quote(text, at);
            else if (c == open)
                depth++;
            else if (c == close && --depth == 0)
                return at + 1;
        }

        return text.Length;
    }

    /// <summary>The character behind the next backtick.</summary>
    public static int Backtick(string text, int at)
    {
        for (; at < text.Length; at++)
        {
            if (text[at] == '\\')
                at++;
            else if (text[at] == '`')
                return at + 1;
        }

        return text.Length;
    }

    private static int Quote(string text, int at)
    {
        var end = text.IndexOf('\'', at + 1);
        return end < 0 ? at : end;
    }
}
