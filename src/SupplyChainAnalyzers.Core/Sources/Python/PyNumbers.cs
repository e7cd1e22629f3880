namespace SupplyChainAnalyzers.Core.Sources.Python;

/// <summary>Numeric literals (Python Language Reference 2.6).</summary>
internal static class PyNumbers
{
    /// <summary>Where the literal that begins at <paramref name="at"/> ends.</summary>
    public static int End(string source, int at, int end)
    {
        if (source[at] == '0' && at + 1 < end && source[at + 1] is 'x' or 'X' or 'o' or 'O' or 'b' or 'B')
            return Digits(source, at + 2, end, isHex: source[at + 1] is 'x' or 'X');

        at = Digits(source, at, end, isHex: false);
        if (at < end && source[at] == '.')
            at = Digits(source, at + 1, end, isHex: false);

        if (at < end && source[at] is 'e' or 'E')
        {
            var digits = at + 1 < end && source[at + 1] is '+' or '-' ? at + 2 : at + 1;
            if (digits < end && source[digits] is >= '0' and <= '9')
                at = Digits(source, digits, end, isHex: false);
        }

        return at < end && source[at] is 'j' or 'J' ? at + 1 : at;
    }

    private static int Digits(string source, int at, int end, bool isHex)
    {
        while (at < end && (source[at] is (>= '0' and <= '9') or '_' || (isHex && source[at] is (>= 'a' and <= 'f') or (>= 'A' and <= 'F'))))
            at++;

        return at;
    }
}
