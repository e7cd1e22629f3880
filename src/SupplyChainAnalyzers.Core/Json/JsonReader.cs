using System.Text;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Json;

/// <summary>
/// Reads JSON exactly as RFC 8259 has it: no comments, no trailing commas, no byte order mark, no duplicate members,
/// no half surrogates. Two readers that disagree on what a text says are a way around a check, so nothing is lenient.
/// Never throws; takes time linear in the text (n log n in the members of an object whose names are not sorted).
/// </summary>
public static class JsonReader
{
    /// <summary>Reads UTF-8.</summary>
    public static JsonParseResult Parse(byte[] utf8, JsonLimits limits)
    {
        if (utf8.Length > limits.MaxLength)
            return TooLong(utf8.Length, "bytes", limits);

        if (utf8.Length >= 3 && utf8[0] == 0xEF && utf8[1] == 0xBB && utf8[2] == 0xBF)
            return Fail(JsonErrorKind.Encoding, "The file starts with a byte order mark; save it as UTF-8 without one", TextRegion.Start);

        string text;
        try
        {
            text = Utf8.Strict.GetString(utf8);
        }
        catch (DecoderFallbackException)
        {
            return NotUtf8(utf8);
        }

        return Parse(text, limits);
    }

    /// <summary>Reads a text that was decoded before.</summary>
    public static JsonParseResult Parse(string text, JsonLimits limits)
    {
        if (text.Length > limits.MaxLength)
            return TooLong(text.Length, "characters", limits);

        return text.Length > 0 && text[0] == '\uFEFF'
            ? Fail(JsonErrorKind.Encoding, "The file starts with a byte order mark; save it as UTF-8 without one", TextRegion.Start)
            : new JsonParser(text, limits).Run();
    }

    private static JsonParseResult TooLong(int length, string unit, JsonLimits limits)
        => Fail(JsonErrorKind.Size, FormattableString.Invariant($"The file has {length} {unit}; the limit is {limits.MaxLength}"), TextRegion.Start);

    private static JsonParseResult NotUtf8(byte[] bytes)
    {
        var offset = Utf8.FirstInvalid(bytes);
        var message = offset == 0 && bytes.Length > 1 && ((bytes[0] == 0xFF && bytes[1] == 0xFE) || (bytes[0] == 0xFE && bytes[1] == 0xFF))
            ? "The file is UTF-16; save it as UTF-8"
            : FormattableString.Invariant($"The file is not UTF-8 (byte 0x{bytes[offset]:x2} at offset {offset})");
        var before = Utf8.Strict.GetString(bytes, 0, offset);
        return Fail(JsonErrorKind.Encoding, message, TextLines.At(before, before.Length));
    }

    private static JsonParseResult Fail(JsonErrorKind kind, string message, TextRegion region)
        => new([new JsonError(kind, message, region)]);
}
