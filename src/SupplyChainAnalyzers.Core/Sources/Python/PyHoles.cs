namespace SupplyChainAnalyzers.Core.Sources.Python;

/// <summary>Format strings: text, and code in braces, which holds strings of its own (PEP 701).</summary>
internal static class PyHoles
{
    /// <summary>Holes in the formats of holes; Python allows two.</summary>
    private const int MaxDepth = 20;

    /// <summary>Characters of a hole. Text full of braces that nothing closes would else be searched to its end for each.</summary>
    private const int MaxLength = 2000;

    /// <summary>Where the closing quotes of the string that begins at <paramref name="at"/> stand, or where the text that none close ends.</summary>
    public static int Close(string source, int at, int end, bool isLong) =>
        Text(source, at + (isLong ? 3 : 1), end, source[at], isLong, holes: null);

    /// <summary>The code in the holes of a string, from after the brace to before what closes it; format and conversion are part of it.</summary>
    public static List<(int Start, int End)> Of(string source, PyToken token)
    {
        var at = token.Offset;
        while (source[at] is not ('"' or '\''))
            at++;

        var isLong = at + 2 < token.End && source[at + 1] == source[at] && source[at + 2] == source[at];
        var holes = new List<(int, int)>();
        Text(source, at + (isLong ? 3 : 1), token.End, source[at], isLong, holes);
        return holes;
    }

    // The text of a string up to its end.
    private static int Text(string source, int at, int end, char quote, bool isLong, List<(int Start, int End)>? holes)
    {
        var canOpen = true;
        for (; at < end; at++)
        {
            var c = source[at];
            if (c == '\\')
            {
                at += at + 2 < end && source[at + 1] == '\r' && source[at + 2] == '\n' ? 2 : 1;
            }
            else if (PyStrings.Closes(source, at, end, quote, isLong) || (!isLong && c is '\n' or '\r'))
            {
                return at;
            }
            else if (c == '{' && at + 1 < end && source[at + 1] == '{')
            {
                at++;
            }
            else if (c == '{' && canOpen)
            {
                var close = Hole(source, at + 1, Math.Min(end, at + MaxLength), quote, isLong, 1);
                // Such a string is an error in Python. It must neither hide what follows it nor be searched again for every brace.
                canOpen = close >= 0;
                if (close < 0)
                    continue;

                holes?.Add((at + 1, close));
                at = close;
            }
        }

        return end;
    }

    // Code up to the brace that closes it; -1 when none does.
    private static int Hole(string source, int at, int end, char quote, bool isLong, int depth)
    {
        var brackets = 0;
        var isFormat = false;
        for (; at < end; at++)
        {
            var c = source[at];
            if (!isLong && c is '\n' or '\r')
                return -1;
            if (c == '}' && brackets == 0)
                return at;
            if (isFormat && c == '{' && depth < MaxDepth)
            {
                at = Hole(source, at + 1, end, quote, isLong, depth + 1);
                if (at < 0)
                    return -1;
            }
            else if (isFormat)
            {
                if (PyStrings.Closes(source, at, end, quote, isLong))
                    return -1;
            }
            else if (c is '"' or '\'')
            {
                // The quotes may be the string's own (PEP 701).
                var isNested = at + 2 < end && source[at + 1] == c && source[at + 2] == c;
                at = PyStrings.Close(source, at + (isNested ? 3 : 1), end, c, isNested);
                if (at == end || source[at] != c)
                    return -1;
                at += isNested ? 2 : 0;
            }
            else if (c is '(' or '[' or '{')
            {
                brackets++;
            }
            else if (c is ')' or ']' or '}')
            {
                brackets = Math.Max(0, brackets - 1);
            }
            else if (c == ':' && brackets == 0)
            {
                isFormat = true;
            }
        }

        return -1;
    }
}
