using System.Globalization;
using System.Numerics;

namespace SupplyChainAnalyzers.Scanner.Judging.Jinja;

/// <summary>Number constants: <c>1_000</c>, <c>0x1F</c>, <c>0b1</c>, <c>0o7</c>, <c>1.5e3</c>.</summary>
internal static class JinjaNumber
{
    /// <summary>Characters of the number that begins here, and whether it has a fraction or an exponent.</summary>
    public static (int Length, bool IsFloat) Measure(string text, int start)
    {
        var at = start;
        if (text[at] == '0' && at + 1 < text.Length && text[at + 1] is 'x' or 'X' or 'b' or 'B' or 'o' or 'O')
        {
            at += 2;
            while (at < text.Length && (char.IsAsciiHexDigit(text[at]) || text[at] == '_'))
                at++;
            return (at - start, false);
        }

        at = Digits(text, at);
        var isFloat = false;
        if (at + 1 < text.Length && text[at] == '.' && char.IsAsciiDigit(text[at + 1]))
            (at, isFloat) = (Digits(text, at + 1), true);

        var exponent = at + 1 < text.Length && text[at] is 'e' or 'E' ? at + (text[at + 1] is '+' or '-' ? 2 : 1) : text.Length;
        if (exponent < text.Length && char.IsAsciiDigit(text[exponent]))
            (at, isFloat) = (Digits(text, exponent), true);

        return (at - start, isFloat);
    }

    /// <summary>What it means; more than 64 bits become the largest number of them.</summary>
    public static object Value(string written, bool isFloat)
    {
        var digits = written.Replace("_", "", StringComparison.Ordinal);
        if (isFloat)
            return double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture);

        var radix = digits.Length > 2 && digits[0] == '0' ? char.ToLowerInvariant(digits[1]) switch { 'x' => 16, 'b' => 2, 'o' => 8, _ => 10 } : 10;
        BigInteger value = 0;
        foreach (var digit in radix == 10 ? digits : digits[2..])
        {
            value = (value * radix) + (char.IsAsciiHexDigit(digit) ? Convert.ToInt32(digit.ToString(), 16) : 0); // "0x" alone is no number to Jinja either
            if (value > long.MaxValue)
                return long.MaxValue;
        }

        return (long)value;
    }

    private static int Digits(string text, int at)
    {
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] == '_'))
            at++;
        return at;
    }
}
