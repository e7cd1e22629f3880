namespace SupplyChainAnalyzers.Core.Formats.Pickles;

/// <summary>Which lines CPython takes as an argument of protocol 0's opcodes.</summary>
internal static class PickleLines
{
    /// <summary>Module or attribute path. CPython takes any text; a name that no file of a module could sensibly have is a text's line.</summary>
    public static bool IsName(string? line)
    {
        if (line is null || line.Length == 0)
            return false;

        foreach (var c in line)
        {
            if (c is not (>= 'A' and <= 'Z' or >= 'a' and <= 'z' or >= '0' and <= '9' or '_' or '.' or '-' or '<' or '>' or >= (char)0x80))
                return false;
        }

        return true;
    }

    /// <summary>INT takes base 0 (<c>0x1F</c>, <c>1_000</c>), LONG an L at the end; both surrounding spaces and a sign.</summary>
    public static bool IsInteger(string? line)
    {
        var digits = line?.Trim().TrimStart('+', '-').TrimEnd('L');
        return digits is { Length: > 0 } && digits[0] is >= '0' and <= '9'
            && digits.All(static c => c is >= '0' and <= '9' or >= 'a' and <= 'f' or >= 'A' and <= 'F' or 'x' or 'X' or 'o' or 'O' or '_');
    }

    /// <summary>FLOAT: what <c>float()</c> takes.</summary>
    public static bool IsFloat(string? line)
    {
        var text = line?.Trim().TrimStart('+', '-');
        if (text is null || text.Length == 0)
            return false;

        return text is "inf" or "nan" or "Infinity" or "infinity" || text.All(static c => c is >= '0' and <= '9' or '.' or 'e' or 'E' or '+' or '-' or '_');
    }

    /// <summary>STRING: quoted, the same quote at both ends.</summary>
    public static bool IsQuoted(string? line)
    {
        var text = line?.TrimEnd();
        return text is { Length: >= 2 } && text[0] is '\'' or '"' && text[text.Length - 1] == text[0];
    }

    /// <summary>Index of a PUT or GET.</summary>
    public static bool IsIndex(string? line, out long index) =>
        long.TryParse(line, System.Globalization.NumberStyles.AllowLeadingWhite | System.Globalization.NumberStyles.AllowTrailingWhite, System.Globalization.CultureInfo.InvariantCulture, out index);
}
