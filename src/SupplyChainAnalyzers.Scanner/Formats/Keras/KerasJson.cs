using System.Text;
using System.Text.Json;

namespace SupplyChainAnalyzers.Scanner.Formats.Keras;

/// <summary>
/// Reads JSON as Python's <c>json.loads</c> does, which is more lenient than RFC 8259: NaN and Infinity are numbers, and of members
/// with one name the last counts (here all of them are looked at).
/// </summary>
internal static class KerasJson
{
    /// <summary>Bytes of one configuration; the largest published models need five million.</summary>
    public const int MaxLength = 32 << 20;

    /// <summary>Objects within objects: models within models within wrappers.</summary>
    public const int MaxDepth = 200;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = MaxDepth };

    /// <summary>The document, or null when it is no JSON.</summary>
    public static JsonDocument? Parse(byte[] utf8)
    {
        try
        {
            return JsonDocument.Parse(WithPlainNumbers(WithoutMark(Valid(utf8))), Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>As <see cref="Parse(byte[])"/>.</summary>
    public static JsonDocument? Parse(string text) => Parse(Encoding.UTF8.GetBytes(text));

    /// <summary>The string, also where half a surrogate pair stands in it, which JSON allows and .NET does not.</summary>
    public static string Text(JsonElement element)
    {
        try
        {
            return element.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return element.GetRawText().Trim('"');
        }
    }

    /// <summary>The name of a member, with the same care.</summary>
    public static string Name(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }

    // .NET reads strings in invalid UTF-8 late, and fails then.
    private static byte[] Valid(byte[] utf8) => System.Text.Unicode.Utf8.IsValid(utf8) ? utf8 : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(utf8));

    private static ReadOnlyMemory<byte> WithoutMark(byte[] utf8) => utf8.AsSpan().StartsWith("\uFEFF"u8) ? utf8.AsMemory(3) : utf8;

    // NaN, Infinity and -Infinity outside of strings become 0 of the same length.
    private static ReadOnlyMemory<byte> WithPlainNumbers(ReadOnlyMemory<byte> utf8)
    {
        var bytes = utf8.Span;
        if (bytes.IndexOf("NaN"u8) < 0 && bytes.IndexOf("Infinity"u8) < 0)
            return utf8;

        var plain = bytes.ToArray();
        var inString = false;
        for (var i = 0; i < plain.Length; i++)
        {
            if (inString && plain[i] == '\\')
                i++;
            else if (plain[i] == '"')
                inString = !inString;
            else if (!inString && plain[i] is (byte)'N' or (byte)'I' && Length(plain.AsSpan(i)) is > 0 and var length)
            {
                plain.AsSpan(i, length).Fill((byte)' ');
                plain[i] = (byte)'0';
            }
        }

        return plain;
    }

    private static int Length(ReadOnlySpan<byte> bytes) => bytes.StartsWith("NaN"u8) ? 3 : bytes.StartsWith("Infinity"u8) ? 8 : 0;
}
