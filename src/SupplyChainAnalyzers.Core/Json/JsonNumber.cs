namespace SupplyChainAnalyzers.Core.Json;

/// <summary>Numbers (RFC 8259 §6): <c>-? (0 | [1-9][0-9]*) (. [0-9]+)? ([eE] [+-]? [0-9]+)?</c>.</summary>
internal static class JsonNumber
{
    /// <summary>The end of the number at <paramref name="start"/>; -1 when there is none.</summary>
    public static int End(string text, int start)
    {
        var i = start;
        if (At(text, i) == '-')
            i++;

        if (At(text, i) == '0')
            i++;
        else if (!Digits(text, ref i))
            return -1;

        if (At(text, i) == '.')
        {
            i++;
            if (!Digits(text, ref i))
                return -1;
        }

        if (At(text, i) is 'e' or 'E')
        {
            i++;
            if (At(text, i) is '+' or '-')
                i++;
            if (!Digits(text, ref i))
                return -1;
        }

        // 01, 1.2.3, 0x10, 1a: what follows a number is a comma, a bracket or white space, never one of these.
        return char.IsLetterOrDigit(At(text, i)) || At(text, i) is '.' or '-' or '+' or '_' ? -1 : i;
    }

    private static bool Digits(string text, ref int i)
    {
        var start = i;
        while (At(text, i) is >= '0' and <= '9')
            i++;

        return i > start;
    }

    private static char At(string text, int i) => i < text.Length ? text[i] : '\0';
}
