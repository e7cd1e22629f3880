using System.Text;

namespace SupplyChainAnalyzers.Core.Json;

/// <summary>UTF-8 without leniency (RFC 3629).</summary>
internal static class Utf8
{
    /// <summary>Writes no byte order mark, throws on bytes that are not UTF-8.</summary>
    public static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>
    /// Offset of the first sequence that is not UTF-8; the length when all is well. Called on failure only: decoders
    /// of different frameworks count differently in the offset they report.
    /// </summary>
    public static int FirstInvalid(byte[] bytes)
    {
        var i = 0;
        while (i < bytes.Length)
        {
            var length = SequenceLength(bytes, i);
            if (length == 0)
                return i;

            i += length;
        }

        return i;
    }

    // 0 when the bytes at i are no sequence. The first continuation byte is narrower after E0 (overlong), ED
    // (surrogates), F0 (overlong) and F4 (above U+10FFFF).
    private static int SequenceLength(byte[] bytes, int i)
    {
        var lead = bytes[i];
        if (lead < 0x80)
            return 1;

        var (length, low, high) = lead switch
        {
            >= 0xC2 and <= 0xDF => (2, 0x80, 0xBF),
            0xE0 => (3, 0xA0, 0xBF),
            0xED => (3, 0x80, 0x9F),
            >= 0xE1 and <= 0xEF => (3, 0x80, 0xBF),
            0xF0 => (4, 0x90, 0xBF),
            >= 0xF1 and <= 0xF3 => (4, 0x80, 0xBF),
            0xF4 => (4, 0x80, 0x8F),
            _ => (0, 0, 0),
        };
        if (length == 0 || i + length > bytes.Length || bytes[i + 1] < low || bytes[i + 1] > high)
            return 0;

        for (var k = 2; k < length; k++)
        {
            if ((bytes[i + k] & 0xC0) != 0x80)
                return 0;
        }

        return length;
    }
}
