namespace SupplyChainAnalyzers.Core.Sources.Python;

/// <summary>String literals (Python Language Reference 2.4), with the nesting that format strings have since Python 3.12.</summary>
internal static class PyStrings
{
    private const int MaxPrefix = 2;

    /// <summary>Whether the letters before a quote say what kind of string it is.</summary>
    public static bool IsPrefix(string source, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (source[i] is not ('r' or 'R' or 'b' or 'B' or 'u' or 'U' or 'f' or 'F' or 't' or 'T'))
                return false;
        }

        return end - start <= MaxPrefix;
    }

    /// <summary>The literal whose prefix begins at <paramref name="start"/> and whose quotes at <paramref name="at"/>. One that is not closed ends with its line, or with the text.</summary>
    public static PyToken Read(string source, int start, int at, int end)
    {
        var prefix = source.Substring(start, at - start).ToUpperInvariant();
        var kind = prefix.IndexOfAny(['B']) >= 0 ? PyTokenKind.Bytes : prefix.IndexOfAny(['F', 'T']) >= 0 ? PyTokenKind.Format : PyTokenKind.Text;
        var isLong = at + 2 < end && source[at + 1] == source[at] && source[at + 2] == source[at];
        var quotes = isLong ? 3 : 1;
        var close = kind == PyTokenKind.Format
            ? PyHoles.Close(source, at, end, isLong)
            : Close(source, at + quotes, end, source[at], isLong);
        var first = Math.Min(at + quotes, close);
        var value = source.Substring(first, close - first);
        var isClosed = close < end && source[close] == source[at];
        return new PyToken(
            kind,
            prefix.IndexOfAny(['R']) < 0 && value.IndexOfAny(['\\']) >= 0 ? PyEscapes.Undo(value) : value,
            start,
            isClosed ? close + quotes : close);
    }

    /// <summary>Where the closing quotes stand, or where the text that none close ends.</summary>
    public static int Close(string source, int at, int end, char quote, bool isLong)
    {
        for (; at < end; at++)
        {
            if (source[at] == '\\')
                at += at + 2 < end && source[at + 1] == '\r' && source[at + 2] == '\n' ? 2 : 1;
            else if (Closes(source, at, end, quote, isLong) || (!isLong && source[at] is '\n' or '\r'))
                return at;
        }

        return end;
    }

    /// <summary>Whether the closing quotes stand at <paramref name="at"/>.</summary>
    public static bool Closes(string source, int at, int end, char quote, bool isLong) =>
        source[at] == quote && (!isLong || (at + 2 < end && source[at + 1] == quote && source[at + 2] == quote));
}
