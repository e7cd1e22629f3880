using System.Globalization;
using SupplyChainAnalyzers.Core.Json;

namespace SupplyChainAnalyzers.Core.Scanning.Protocol;

/// <summary>
/// Takes an object apart member by member. The first fault is kept and everything after it yields empty values, so a
/// reader asks for all it needs and looks at <see cref="Error"/> once. A member nobody asked for is a fault.
/// </summary>
internal sealed class JsonFields
{
    private readonly JsonNode? _node;
    private int _taken;

    public JsonFields(JsonNode? node, JsonError? error = null)
    {
        _node = node;
        if (error is not null)
            Error = "not JSON: " + error.Message;
        else if (node is not { Kind: JsonKind.Object })
            Error = "not a JSON object";
    }

    public string? Error { get; private set; }

    public string String(string name, int maxLength) => OptionalString(name, maxLength) ?? Missing(name, "");

    public string? OptionalString(string name, int maxLength)
    {
        if (Take(name) is not { } value)
            return null;

        if (value.StringValue is not { } text || text.Length > maxLength)
            return Fail(name, default(string));

        return text;
    }

    /// <summary>A whole number from 0 to <see cref="long.MaxValue"/>.</summary>
    public long Number(string name) => OptionalNumber(name) ?? Missing(name, 0L);

    public long? OptionalNumber(string name)
    {
        if (Take(name) is not { } value)
            return null;

        if (!long.TryParse(value.NumberText, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return Fail(name, default(long?));

        return number;
    }

    public void Expect(string name, long expected)
    {
        if (Number(name) != expected)
            Fail(name, 0);
    }

    public IReadOnlyList<JsonNode> Array(string name, int maxCount) => OptionalArray(name, maxCount) ?? Missing(name, System.Array.Empty<JsonNode>());

    public IReadOnlyList<JsonNode>? OptionalArray(string name, int maxCount)
    {
        if (Take(name) is not { } value)
            return null;

        if (value.Kind != JsonKind.Array || value.Items.Count > maxCount)
            return Fail(name, System.Array.Empty<JsonNode>());

        return value.Items;
    }

    public JsonNode? Object(string name) => Optional(name) ?? Missing(name, default(JsonNode));

    public JsonNode? Optional(string name) => Take(name);

    /// <summary>The caller found the value of <paramref name="name"/> wrong.</summary>
    public T Refuse<T>(string name, T value) => Fail(name, value);

    public JsonNode? OptionalObject(string name) => Take(name);

    public void Include(JsonFields inner) => Error ??= inner.Error;

    public void Close()
    {
        // No two members have one name (the reader refuses that), so equal counts are equal sets.
        if (_node is not null && _taken != _node.Members.Count)
            Error ??= "it has a member that does not belong there";
    }

    private JsonNode? Take(string name)
    {
        var value = _node?.Find(name);
        if (value is not null)
            _taken++;
        return value;
    }

    private T Missing<T>(string name, T value)
    {
        Error ??= name + " is missing";
        return value;
    }

    private T Fail<T>(string name, T value)
    {
        Error ??= name + " has a wrong value";
        return value;
    }
}
