namespace SupplyChainAnalyzers.Core.Sources.Toml;

/// <summary>
/// Reads TOML 1.0 as far as package managers write it: tables and arrays of tables, dotted and quoted keys, all strings, arrays,
/// inline tables; other scalars are kept as written. A line that cannot be read is left out, and the reader says so. Linear in
/// the text, never throws.
/// </summary>
internal sealed class TomlReader
{
    /// <summary>Tables and arrays inside each other; what people write has four.</summary>
    private const int MaxDepth = 32;

    /// <summary>Values of one document; a large lock file has some ten thousand.</summary>
    private const int MaxValues = 500_000;

    private readonly TomlCursor _cursor;
    private readonly TomlValue _root = new(TomlKind.Table, "", 0, 0);
    private int _values;

    private TomlReader(string text) => _cursor = new TomlCursor(text);

    /// <summary>Whether something was left out.</summary>
    public bool IsIncomplete { get; private set; }

    public static TomlValue Read(string text, out bool isIncomplete)
    {
        var reader = new TomlReader(text);
        reader.Document();
        isIncomplete = reader.IsIncomplete;
        return reader._root;
    }

    private void Document()
    {
        var table = _root;
        while (_cursor.PassBlank() && _values < MaxValues)
        {
            var opened = _cursor.Current == '[' ? Header() : null;
            if (opened is not null)
                table = opened;
            else if (_cursor.IsAtLineEnd || _cursor.Current == '[' || !Pair(table, 0) || !_cursor.IsAtLineEnd)
            {
                IsIncomplete = true;
                _cursor.PassLine();
            }
        }

        IsIncomplete |= !_cursor.IsAtEnd;
    }

    /// <summary><c>[a.b]</c> or <c>[[a.b]]</c>; null, and nothing read, when it is neither.</summary>
    private TomlValue? Header()
    {
        var start = _cursor.Position;
        var isArray = _cursor.StartsWith("[[");
        _cursor.Advance(isArray ? 2 : 1);
        if (Keys() is not { } keys || !_cursor.Take(isArray ? "]]" : "]") || !_cursor.IsAtLineEnd)
        {
            _cursor.Position = start;
            return null;
        }

        var table = _root;
        for (var i = 0; i < keys.Count && table is not null; i++)
            table = i == keys.Count - 1 && isArray ? Append(table, keys[i]) : Open(table, keys[i]);

        if (table is null)
            _cursor.Position = start;

        return table;
    }

    private static TomlValue? Open(TomlValue table, (string Text, int Start, int Length) key)
    {
        if (table[key.Text] is not { } member)
            table.Add(key.Text, member = new TomlValue(TomlKind.Table, "", key.Start, key.Length) { Key = (key.Start, key.Length) });

        // The last of an array of tables is the one that is open.
        if (member.Kind == TomlKind.Array)
            member = member.Items.Count > 0 ? member.Items[member.Items.Count - 1] : member;

        return member.Kind == TomlKind.Table ? member : null;
    }

    private static TomlValue? Append(TomlValue table, (string Text, int Start, int Length) key)
    {
        if (table[key.Text] is not { } member)
            table.Add(key.Text, member = new TomlValue(TomlKind.Array, "", key.Start, key.Length));

        if (member.Kind != TomlKind.Array)
            return null;

        var item = new TomlValue(TomlKind.Table, "", key.Start, key.Length);
        member.Add(item);
        return item;
    }

    /// <summary><c>a.b = value</c>.</summary>
    private bool Pair(TomlValue table, int depth)
    {
        if (Keys() is not { } keys || !_cursor.Take("="))
            return false;

        _cursor.PassSpace();
        if (Value(depth) is not { } value)
            return false;

        var key = keys[keys.Count - 1];
        var target = (TomlValue?)table;
        for (var i = 0; i < keys.Count - 1 && target is not null; i++)
            target = Open(target, keys[i]);

        value.Key = (key.Start, key.Length);
        return target?.Add(key.Text, value) == true;
    }

    private TomlValue? Value(int depth)
    {
        if (depth > MaxDepth || ++_values > MaxValues)
            return null;

        return _cursor.Current switch
        {
            '"' or '\'' => _cursor.String(),
            '[' => List(depth),
            '{' => InlineTable(depth),
            _ => _cursor.Scalar(),
        };
    }

    private TomlValue? List(int depth)
    {
        var list = new TomlValue(TomlKind.Array, "", _cursor.Position, 1);
        _cursor.Advance(1);
        while (_cursor.PassBlank())
        {
            if (_cursor.Take("]"))
                return list;

            if (Value(depth + 1) is not { } item)
                return null;

            list.Add(item);
            _cursor.PassBlank();
            if (!_cursor.Take(",") && _cursor.Current != ']')
                return null;
        }

        return null;
    }

    private TomlValue? InlineTable(int depth)
    {
        var table = new TomlValue(TomlKind.Table, "", _cursor.Position, 1);
        _cursor.Advance(1);
        while (_cursor.PassBlank())
        {
            if (_cursor.Take("}"))
                return table;

            if (!Pair(table, depth + 1))
                return null;

            _cursor.PassBlank();
            if (!_cursor.Take(",") && _cursor.Current != '}')
                return null;
        }

        return null;
    }

    private List<(string Text, int Start, int Length)>? Keys()
    {
        var keys = new List<(string, int, int)>();
        do
        {
            _cursor.PassSpace();
            if (_cursor.Key() is not { } key || keys.Count == MaxDepth)
                return null;

            keys.Add(key);
            _cursor.PassSpace();
        }
        while (_cursor.Take("."));

        return keys;
    }
}
