using System.Buffers.Binary;

namespace SupplyChainAnalyzers.Scanner.Formats.Keras;

/// <summary>
/// Python byte code in a string. <c>func_dump</c> writes <c>marshal.dumps(function.__code__)</c> as base64 (<c>codecs.encode(…, 'base64')</c>, with
/// line feeds); before Keras 2.1 as text, a character for each byte.
/// </summary>
internal static class KerasCode
{
    private const int MinLength = 24;
    private const int MaxLength = 8 << 20;
    private const int MaxArguments = 255;
    private const byte Code = (byte)'c';
    private const byte Reference = 0x80; // FLAG_REF of marshal.c

    /// <summary>The marshalled code object, or null when the text is none.</summary>
    public static byte[]? Find(string text)
    {
        if (text.Length is < MinLength or > MaxLength)
            return null;

        // Base64 of 0xe3 or 0x63 ('c') and a small number begins with one of two letters.
        if (text[0] is '4' or 'Y' && Decode(text) is { } bytes && IsCode(bytes))
            return bytes;

        return (text[0] is (char)(Code | Reference) or (char)Code) && text.AsSpan().IndexOfAnyExceptInRange('\0', '\u00FF') < 0 && System.Text.Encoding.Latin1.GetBytes(text) is var raw && IsCode(raw) ? raw : null;
    }

    /// <summary>Bytes in base64, white space aside; null when the text is something else.</summary>
    public static byte[]? Decode(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(Padded(text), bytes, out var count) ? bytes[..count] : null;
    }

    // Python's decoder takes what lacks its padding only by mistake; here it is taken always.
    private static string Padded(string text)
    {
        var length = text.Count(static c => !char.IsWhiteSpace(c));
        return length % 4 == 0 ? text : text + new string('=', 4 - (length % 4));
    }

    // TYPE_CODE, then the numbers of arguments, positional-only (3.8) or locals, keyword-only or stack: all small.
    private static bool IsCode(ReadOnlySpan<byte> bytes) => bytes.Length > 16 && (bytes[0] & ~Reference) == Code
        && BinaryPrimitives.ReadUInt32LittleEndian(bytes[1..]) <= MaxArguments
        && BinaryPrimitives.ReadUInt32LittleEndian(bytes[5..]) <= MaxArguments
        && BinaryPrimitives.ReadUInt32LittleEndian(bytes[9..]) <= ushort.MaxValue;
}
