namespace SupplyChainAnalyzers.Core.Sources.Toml;

/// <summary>A value and where it stands.</summary>
/// <param name="kind">What it is.</param>
/// <param name="text">Characters of a string, escapes resolved; a scalar as written; empty for the others.</param>
/// <param name="start">Characters before it, for a string before what is between the quotes.</param>
/// <param name="length">Characters of it.</param>
internal sealed class TomlValue(TomlKind kind, string text, int start, int length)
{
    private readonly Dictionary<string, TomlValue> _members = new(StringComparer.Ordinal);
    private readonly List<TomlValue> _items = [];

    public TomlKind Kind { get; } = kind;

    public string Text { get; } = text;

    public int Start { get; } = start;

    public int Length { get; } = length;

    /// <summary>Where the key that led here stands; the value's own place without one.</summary>
    public (int Start, int Length) Key { get; set; } = (start, length);

    /// <summary>Values of a list, in order.</summary>
    public IReadOnlyList<TomlValue> Items => _items;

    /// <summary>Values of a table, in order.</summary>
    public IEnumerable<KeyValuePair<string, TomlValue>> Members => _members;

    /// <summary>The member of that name; null when there is none, or this is no table.</summary>
    public TomlValue? this[string key] => _members.TryGetValue(key, out var value) ? value : null;

    public void Add(TomlValue item) => _items.Add(item);

    /// <summary>False when there is one of that name already: the first holds.</summary>
    public bool Add(string key, TomlValue value)
    {
        if (_members.TryGetValue(key, out _))
            return false;

        _members.Add(key, value);
        return true;
    }

    /// <summary>The value at the end of a way through tables; null when it leads nowhere.</summary>
    public TomlValue? Find(params string[] keys)
    {
        var value = this;
        foreach (var key in keys)
        {
            value = value[key];
            if (value is null)
                return null;
        }

        return value;
    }

    /// <summary>The string under a key, or null.</summary>
    public TomlValue? TextOf(string key) => this[key] is { Kind: TomlKind.Text } value ? value : null;
}
