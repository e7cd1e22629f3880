using System.Globalization;
using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Scanner.Signatures.Bundles;

/// <summary>
/// Members of protobuf messages in JSON (proto3 JSON mapping): bytes are base64, 64-bit integers may be strings. A null is
/// an absent member. Unknown members are ignored, as the mapping has it; two of one name never get this far.
/// </summary>
internal static class ProtoJson
{
    private static readonly JsonLimits Limits = new() { MaxLength = 64 << 20, MaxDepth = 32, MaxNodes = 2_000_000 };

    /// <exception cref="SignatureException">It is no JSON object.</exception>
    public static JsonNode ReadObject(byte[] utf8, string what)
    {
        var json = JsonReader.Parse(utf8, Limits);
        if (json.Error is { } error)
            throw Malformed($"{what} is not valid JSON (line {error.Region.Line}, column {error.Region.Column}): {error.Message}");

        return json.Root is { Kind: JsonKind.Object } root ? root : throw Malformed($"{what} is not a JSON object");
    }

    public static JsonNode? Optional(JsonNode node, string name) => node.Find(name) is { Kind: not JsonKind.Null } value ? value : null;

    public static JsonNode Object(JsonNode node, string name) =>
        Optional(node, name) is { Kind: JsonKind.Object } value ? value : throw Missing(name, "an object");

    public static IReadOnlyList<JsonNode> Array(JsonNode node, string name, int most = 10_000)
    {
        if (Optional(node, name) is not { } value)
            return [];

        return value.Kind == JsonKind.Array && value.Items.Count <= most ? value.Items : throw Missing(name, $"an array of at most {most}");
    }

    public static string Text(JsonNode node, string name) => OptionalText(node, name) ?? throw Missing(name, "a string");

    public static string? OptionalText(JsonNode node, string name) =>
        Optional(node, name) is not { } value ? null : value.StringValue ?? throw Missing(name, "a string");

    public static byte[] Bytes(JsonNode node, string name) => OptionalBytes(node, name) ?? throw Missing(name, "base64");

    public static byte[]? OptionalBytes(JsonNode node, string name) =>
        OptionalText(node, name) is { } text ? Decode(text) ?? throw Missing(name, "base64 with its padding") : null;

    /// <summary>A whole number that is not negative.</summary>
    public static long Number(JsonNode node, string name)
    {
        var value = Optional(node, name);
        return long.TryParse(value?.StringValue ?? value?.NumberText, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Missing(name, "a whole number from 0");
    }

    public static DateTimeOffset? OptionalTime(JsonNode node, string name)
    {
        if (OptionalText(node, name) is not { } text)
            return null;

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : throw Missing(name, "a time as in RFC 3339");
    }

    public static SignatureException Malformed(string message) => new(SignatureFault.Malformed, message);

    // Convert takes white space and line breaks within; the specification does not.
    private static byte[]? Decode(string text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '/' or '='))
                return null;
        }

        var bytes = new byte[text.Length / 4 * 3];
        return Convert.TryFromBase64String(text, bytes, out var written) ? bytes[..written] : null;
    }

    private static SignatureException Missing(string name, string what) => Malformed($"member '{Printable.Of(name)}' is not {what}");
}
