using System.Globalization;
using System.Text;

namespace SupplyChainAnalyzers.Core.Json;

/// <summary>
/// Writes JSON that is the same for the same calls everywhere: 2 spaces, LF, a final newline; or, compact, one line
/// without any. The caller opens, names and closes in the right order; names are not checked for duplicates.
/// </summary>
public sealed class JsonWriter
{
    private readonly StringBuilder _text = new();
    private readonly bool _compact;
    private readonly bool _shown;

    private int _depth;
    private int _inlineDepth = int.MaxValue;
    private bool _empty = true;
    private bool _named;

    private JsonWriter(bool compact, bool shown = false)
    {
        _compact = compact;
        _shown = shown;
    }

    /// <summary>A writer for files that people read.</summary>
    public static JsonWriter Indented() => new(compact: false);

    /// <summary>
    /// A writer for a console, which a terminal, a build service or MSBuild may read along: what
    /// <see cref="Text.Printable.IsInert"/> refuses is escaped. A parser gets the same values.
    /// </summary>
    public static JsonWriter Shown() => new(compact: false, shown: true);

    /// <summary>A writer for one line of a protocol or a log: no white space, no newline.</summary>
    public static JsonWriter Compact() => new(compact: true);

    /// <summary>Opens an object; <paramref name="inline"/> keeps it and all in it on this line (<c>{ "a": 1 }</c>).</summary>
    public JsonWriter BeginObject(bool inline = false) => Begin('{', inline);

    /// <summary>Closes the innermost object.</summary>
    public JsonWriter EndObject() => End('}');

    /// <summary>Opens an array; <paramref name="inline"/> keeps it and all in it on this line (<c>[1, 2]</c>).</summary>
    public JsonWriter BeginArray(bool inline = false) => Begin('[', inline);

    /// <summary>Closes the innermost array.</summary>
    public JsonWriter EndArray() => End(']');

    /// <summary>The name of the member that the next call gives a value.</summary>
    public JsonWriter Name(string name)
    {
        Separate();
        JsonEscape.Append(_text, name, _shown);
        _text.Append(_compact ? ":" : ": ");
        _named = true;
        return this;
    }

    /// <summary>A text, or null. Half a surrogate pair is written as U+FFFD: the output is well-formed, always.</summary>
    public JsonWriter String(string? value)
    {
        if (value is null)
            return Null();

        Separate();
        JsonEscape.Append(_text, value, _shown);
        return this;
    }

    /// <summary>A whole number.</summary>
    public JsonWriter Number(long value) => Raw(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>A finite number, with four decimals at most: more are not the same on two processors.</summary>
    public JsonWriter Number(double value) => Raw((Math.Round(value, 4) + 0.0).ToString("0.####", CultureInfo.InvariantCulture));

    /// <summary>true or false.</summary>
    public JsonWriter Boolean(bool value) => Raw(value ? "true" : "false");

    /// <summary>null.</summary>
    public JsonWriter Null() => Raw("null");

    /// <summary>A member with a text; left out altogether when <paramref name="value"/> is null.</summary>
    public JsonWriter Member(string name, string? value) => value is null ? this : Name(name).String(value);

    /// <summary>A member with a whole number; left out altogether when <paramref name="value"/> is null.</summary>
    public JsonWriter Member(string name, long? value) => value is null ? this : Name(name).Number(value.Value);

    /// <summary>A member that is true or false.</summary>
    public JsonWriter Member(string name, bool value) => Name(name).Boolean(value);

    /// <summary>A value kept as a reader found it.</summary>
    public JsonWriter Value(JsonNode node)
    {
        switch (node.Kind)
        {
            case JsonKind.Object:
                BeginObject();
                foreach (var member in node.Members)
                    Name(member.Name).Value(member.Value);

                return EndObject();
            case JsonKind.Array:
                BeginArray();
                foreach (var item in node.Items)
                    Value(item);

                return EndArray();
            case JsonKind.String:
                return String(node.StringValue);
            case JsonKind.Number:
                return Raw(node.NumberText!);
            case JsonKind.Null:
                return Null();
            default:
                return Boolean(node.Kind == JsonKind.True);
        }
    }

    /// <summary>What was written so far; complete once every object and array is closed.</summary>
    public override string ToString() => _compact ? _text.ToString() : _text + "\n";

    private bool IsInline => _depth > _inlineDepth;

    private JsonWriter Begin(char open, bool inline)
    {
        Separate();
        _text.Append(open);
        if (inline && !IsInline)
            _inlineDepth = _depth;

        _depth++;
        _empty = true;
        return this;
    }

    private JsonWriter End(char close)
    {
        var inline = IsInline;
        _depth--;
        if (_depth <= _inlineDepth)
            _inlineDepth = int.MaxValue;

        if (!_empty && !_compact)
        {
            if (!inline)
                NewLine();
            else if (close == '}')
                _text.Append(' ');
        }

        _text.Append(close);
        _empty = false;
        return this;
    }

    private JsonWriter Raw(string value)
    {
        Separate();
        _text.Append(value);
        return this;
    }

    // Before every name, and before every value that has none.
    private void Separate()
    {
        if (_named || _depth == 0)
        {
            _named = false;
            return;
        }

        if (!_empty)
            _text.Append(',');

        if (!_compact)
        {
            if (!IsInline)
                NewLine();
            else if (!_empty || _text[_text.Length - 1] == '{')
                _text.Append(' ');
        }

        _empty = false;
    }

    private void NewLine() => _text.Append('\n').Append(' ', 2 * _depth);
}
