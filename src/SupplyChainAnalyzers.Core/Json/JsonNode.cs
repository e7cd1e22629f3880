using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Json;

/// <summary>One value of a JSON text and where it stands. Immutable.</summary>
public sealed class JsonNode
{
    private readonly string? _text;
    private readonly JsonNode[]? _items;
    private readonly JsonMember[]? _members;

    internal JsonNode(JsonKind kind, TextRegion region, string? text = null)
    {
        Kind = kind;
        Region = region;
        _text = text;
    }

    internal JsonNode(TextRegion region, JsonNode[] items)
        : this(JsonKind.Array, region) => _items = items;

    internal JsonNode(TextRegion region, JsonMember[] members)
        : this(JsonKind.Object, region) => _members = members;

    /// <summary>What this is.</summary>
    public JsonKind Kind { get; }

    /// <summary>From the first character to behind the last one, quotes and brackets included.</summary>
    public TextRegion Region { get; }

    /// <summary>The text with its escapes resolved; null unless this is a string.</summary>
    public string? StringValue => Kind == JsonKind.String ? _text : null;

    /// <summary>The number as written, valid by RFC 8259 §6; null unless this is a number.</summary>
    public string? NumberText => Kind == JsonKind.Number ? _text : null;

    /// <summary>The values of an array; empty for anything else.</summary>
    public IReadOnlyList<JsonNode> Items => _items ?? [];

    /// <summary>The members of an object in the order written, no two of one name; empty for anything else.</summary>
    public IReadOnlyList<JsonMember> Members => _members ?? [];

    /// <summary>The value of the member with this name, or null. Linear in the number of members.</summary>
    public JsonNode? Find(string name)
    {
        foreach (var member in _members ?? [])
        {
            if (string.Equals(member.Name, name, StringComparison.Ordinal))
                return member.Value;
        }

        return null;
    }
}
