using System.Buffers;
using System.Globalization;
using System.Text;

namespace SupplyChainAnalyzers.Scanner.Formats.Pickle;

/// <summary>The texts of a pickle: which ones CPython refuses, and what they say.</summary>
internal static class PickleText
{
    /// <summary>UTF-8 in which halves of surrogate pairs pass (<c>surrogatepass</c>).</summary>
    public static bool IsUtf8(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(bytes, out _, out var length) != OperationStatus.Done)
            {
                if (bytes.Length < 3 || bytes[0] != 0xED || bytes[1] is < 0xA0 or > 0xBF || bytes[2] is < 0x80 or > 0xBF)
                    return false;

                length = 3;
            }

            bytes = bytes[length..];
        }

        return true;
    }

    /// <summary>The inside of a STRING's quotes; false when it has none.</summary>
    public static bool TryUnquote(ReadOnlySpan<byte> line, out ReadOnlySpan<byte> inside)
    {
        var quoted = line.Length >= 2 && line[0] is (byte)'\'' or (byte)'"' && line.Length >= 2 && line[0] == line[^1];
        inside = quoted ? line[1..^1] : default;
        return quoted;
    }

    /// <summary>Escapes of a bytes literal (<c>PyBytes_DecodeEscape</c>); null where CPython refuses them.</summary>
    public static byte[]? Unescape(ReadOnlySpan<byte> text)
    {
        var bytes = new List<byte>(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] != '\\')
            {
                bytes.Add(text[at]);
                continue;
            }

            if (++at == text.Length)
                return null;

            switch (text[at])
            {
                case (byte)'\n':
                    break;
                case (byte)'\\' or (byte)'\'' or (byte)'"':
                    bytes.Add(text[at]);
                    break;
                case (byte)'x':
                    if (at + 2 >= text.Length || !TryHex(text.Slice(at + 1, 2), out var code))
                        return null;

                    bytes.Add((byte)code);
                    at += 2;
                    break;
                case >= (byte)'0' and <= (byte)'7':
                    var octal = 0;
                    for (var end = Math.Min(at + 3, text.Length); at < end && text[at] is >= (byte)'0' and <= (byte)'7'; at++)
                        octal = (octal * 8) + text[at] - '0';

                    at--;
                    bytes.Add((byte)octal);
                    break;
                default:
                    AddControl(bytes, text[at]);
                    break;
            }
        }

        return [.. bytes];
    }

    /// <summary><c>raw-unicode-escape</c>: Latin-1 with <c>\uXXXX</c> and <c>\UXXXXXXXX</c>; null where CPython refuses it.</summary>
    public static string? RawUnicode(ReadOnlySpan<byte> line)
    {
        var text = new StringBuilder(line.Length);
        for (var at = 0; at < line.Length; at++)
        {
            text.Append((char)line[at]);
            if (line[at] != '\\' || at + 1 == line.Length)
                continue;

            var digits = line[++at] switch { (byte)'u' => 4, (byte)'U' => 8, _ => 0 };
            if (digits == 0)
            {
                text.Append((char)line[at]);
                continue;
            }

            if (at + digits >= line.Length || !TryHex(line.Slice(at + 1, digits), out var code) || code > 0x10FFFF)
                return null;

            text.Length--;
            text.Append(code > 0xFFFF ? char.ConvertFromUtf32((int)code) : ((char)code).ToString());
            at += digits;
        }

        return text.ToString();
    }

    private static bool TryHex(ReadOnlySpan<byte> digits, out uint code)
    {
        code = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiHexDigit((char)digit))
                return false;
        }

        return uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out code);
    }

    private static void AddControl(List<byte> bytes, byte letter)
    {
        var at = "bftnrva"u8.IndexOf(letter);
        if (at >= 0)
        {
            bytes.Add("\b\f\t\n\r\v\a"u8[at]);
            return;
        }

        bytes.Add((byte)'\\');
        bytes.Add(letter);
    }
}
