using System.Globalization;

namespace SupplyChainAnalyzers.Scanner.Formats.Pickle;

/// <summary>
/// The numbers that protocol 0 writes as text, accepted and refused as the C library and CPython's
/// <c>PyLong_FromString</c> and <c>PyOS_string_to_double</c> do (Modules/_pickle.c: load_int, load_long, load_float).
/// </summary>
internal static class PickleNumbers
{
    /// <summary>INT: <c>strtol</c> with base 0, then Python's own rules; <c>00</c> and <c>01</c> are booleans.</summary>
    public static bool TryInt(ReadOnlySpan<byte> line, out PickleValue value)
    {
        value = new PickleValue(PickleKind.Int);
        if (line.IsEmpty)
            return false;

        if (TryC(line, out var number))
        {
            value = line.Length == 2 && number is 0 or 1 && line.Length == 2
                ? new PickleValue(number == 1 ? PickleKind.True : PickleKind.False)
                : number is >= int.MinValue and <= int.MaxValue ? PickleValue.Int((int)number) : value;
            return true;
        }

        return IsPython(line, 0);
    }

    /// <summary>LONG: Python's rules with base 0, an <c>L</c> at the end is taken off.</summary>
    public static bool IsLong(ReadOnlySpan<byte> line) => !line.IsEmpty && IsPython(line[^1] == 'L' ? line[..^1] : line, 0);

    /// <summary>The index of GET and PUT: Python's rules with base 10.</summary>
    public static bool TryIndex(ReadOnlySpan<byte> line, out long index)
    {
        index = 0;
        if (line.IsEmpty || !IsPython(line, 10))
            return false;

        Span<char> digits = stackalloc char[20];
        var count = 0;
        foreach (var c in UpToNul(line))
        {
            if (c is (>= (byte)'0' and <= (byte)'9') or (byte)'-')
            {
                if (count == digits.Length)
                    return false; // beyond 64 bits, or padded with zeros as nobody does

                digits[count++] = (char)c;
            }
        }

        return long.TryParse(digits[..count], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out index);
    }

    /// <summary>FLOAT: as far as a number goes, up to the end of the line or a NUL.</summary>
    public static bool IsFloat(ReadOnlySpan<byte> line)
    {
        var at = 0;
        if (at < line.Length && line[at] is (byte)'+' or (byte)'-')
            at++;

        var word = Lower(line[at..], 8);
        if (word.StartsWith("infinity", StringComparison.Ordinal))
            return Ends(line, at + 8);
        if (word.StartsWith("inf", StringComparison.Ordinal) || word.StartsWith("nan", StringComparison.Ordinal))
            return Ends(line, at + 3);

        var whole = Digits(line, ref at);
        if (at < line.Length && line[at] == '.')
        {
            at++;
            whole += Digits(line, ref at);
        }

        if (whole == 0)
            return false;

        if (at < line.Length && line[at] is (byte)'e' or (byte)'E')
        {
            var exponent = at + 1;
            if (exponent < line.Length && line[exponent] is (byte)'+' or (byte)'-')
                exponent++;
            if (Digits(line, ref exponent) > 0)
                at = exponent;
        }

        return Ends(line, at) && double.TryParse(line[..at], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number);
    }

    private static bool Ends(ReadOnlySpan<byte> line, int at) => at == line.Length || line[at] == 0;

    private static int Digits(ReadOnlySpan<byte> line, ref int at)
    {
        var start = at;
        while (at < line.Length && line[at] is >= (byte)'0' and <= (byte)'9')
            at++;

        return at - start;
    }

    private static string Lower(ReadOnlySpan<byte> line, int length) => System.Text.Encoding.Latin1.GetString(line[..Math.Min(line.Length, length)]).ToLowerInvariant();

    private static ReadOnlySpan<byte> UpToNul(ReadOnlySpan<byte> line) => line.IndexOf((byte)0) is >= 0 and var nul ? line[..nul] : line;

    private static bool IsSpace(byte c) => c is (byte)' ' or (>= 9 and <= 13);

    // strtol(line, &end, 0) with no overflow and the end at a line feed or a NUL.
    private static bool TryC(ReadOnlySpan<byte> line, out long number)
    {
        number = 0;
        var at = 0;
        while (at < line.Length && IsSpace(line[at]))
            at++;

        var negative = at < line.Length && line[at] == '-';
        if (at < line.Length && line[at] is (byte)'+' or (byte)'-')
            at++;

        var radix = 10;
        if (at < line.Length && line[at] == '0')
        {
            var isHex = at + 2 < line.Length && line[at + 1] is (byte)'x' or (byte)'X' && Digit(line[at + 2]) < 16;
            radix = isHex ? 16 : 8;
            at += isHex ? 2 : 0;
        }

        Int128 value = 0;
        var start = at;
        for (; at < line.Length && Digit(line[at]) is var digit && digit < radix; at++)
        {
            value = (value * radix) + digit;
            if (value > (Int128)long.MaxValue + 1)
                return false;
        }

        value = negative ? -value : value;
        if (at == start || value > long.MaxValue)
            return line.Length > 0 && line[0] == 0; // no digit: the end is the start

        number = (long)value;
        return Ends(line, at);
    }

    private static int Digit(byte c) => c switch
    {
        >= (byte)'0' and <= (byte)'9' => c - '0',
        >= (byte)'a' and <= (byte)'z' => c - 'a' + 10,
        >= (byte)'A' and <= (byte)'Z' => c - 'A' + 10,
        _ => int.MaxValue,
    };

    // PyLong_FromString: spaces around, sign, 0x 0o 0b, single underscores between digits; base 0 refuses 0123.
    private static bool IsPython(ReadOnlySpan<byte> line, int radix)
    {
        var text = UpToNul(line);
        while (!text.IsEmpty && IsSpace(text[0]))
            text = text[1..];
        while (!text.IsEmpty && IsSpace(text[^1]))
            text = text[..^1];
        if (!text.IsEmpty && text[0] is (byte)'+' or (byte)'-')
            text = text[1..];

        var isOctal = false;
        if (radix == 0)
        {
            radix = text.Length < 2 || text[0] != '0' ? 10 : (text[1] | 0x20) switch { 'x' => 16, 'o' => 8, 'b' => 2, _ => 10 };
            isOctal = radix == 10 && text.Length > 1 && text[0] == '0';
            if (radix != 10)
            {
                text = text[2..];
                if (!text.IsEmpty && text[0] == '_')
                    text = text[1..];
            }
        }

        if (text.IsEmpty)
            return false;

        var last = (byte)'_';
        foreach (var c in text)
        {
            if (c == '_' ? last == '_' : Digit(c) >= radix || (isOctal && c != '0'))
                return false;

            last = c;
        }

        return last != '_';
    }
}
