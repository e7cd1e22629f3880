using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Json;

/// <summary>One reading of one text by recursive descent; the depth limit bounds the recursion.</summary>
internal sealed class JsonParser
{
    // Beyond these a file isn't being mended, it is attacking the reader of the messages.
    private const int MaxDuplicatesReported = 100;

    private readonly JsonCursor _cursor;
    private readonly JsonLimits _limits;
    private readonly JsonStringLexer _strings;
    private readonly List<JsonError> _errors = [];

    // Values of the containers that are open, innermost last: each container is copied to an array of its exact size.
    private readonly List<JsonNode> _items = [];
    private readonly List<JsonMember> _members = [];

    private int _depth;
    private int _nodes;

    public JsonParser(string text, JsonLimits limits)
    {
        _cursor = new JsonCursor(text);
        _limits = limits;
        _strings = new JsonStringLexer(_cursor);
    }

    public JsonParseResult Run()
    {
        _cursor.SkipWhiteSpace();
        var root = Value();
        if (root is not null)
        {
            _cursor.SkipWhiteSpace();
            if (!_cursor.AtEnd)
                Unexpected("Nothing may follow the value");
        }

        return _errors.Count == 0 ? new JsonParseResult(root!) : new JsonParseResult(Explained());
    }

    private JsonNode? Value()
    {
        if (++_nodes > _limits.MaxNodes)
            return Fail(JsonErrorKind.Count, FormattableString.Invariant($"The file has more than {_limits.MaxNodes} values"), _cursor.Here());

        switch (_cursor.Current)
        {
            case '"':
                var start = _cursor.Position;
                var text = String();
                return text is null ? null : new JsonNode(JsonKind.String, _cursor.Since(start), text);
            case '{' or '[':
                return Container();
            case 't':
                return Word("true", JsonKind.True);
            case 'f':
                return Word("false", JsonKind.False);
            case 'n':
                return Word("null", JsonKind.Null);
            case '-' or (>= '0' and <= '9'):
                return Number();
            default:
                return Unexpected("A value is expected");
        }
    }

    private JsonNode? Container()
    {
        if (_depth == _limits.MaxDepth)
            return Fail(JsonErrorKind.Depth, FormattableString.Invariant($"The file is nested deeper than {_limits.MaxDepth} levels"), _cursor.Here());

        _depth++;
        var node = _cursor.Current == '{' ? Object() : Array();
        _depth--;
        return node;
    }

    private JsonNode? Object()
    {
        var (line, column, first) = (_cursor.Line, _cursor.Column, _members.Count);
        var (sorted, last) = (true, (string?)null);
        Step();
        if (_cursor.Current != '}')
        {
            while (true)
            {
                if (_cursor.Current != '"')
                    return Unexpected(_members.Count == first ? "A name in double quotes or '}' is expected" : "A name in double quotes is expected");

                var start = _cursor.Position;
                var name = String();
                if (name is null)
                    return null;

                var region = _cursor.Since(start);
                _cursor.SkipWhiteSpace();
                if (_cursor.Current != ':')
                    return Unexpected("':' is expected");

                Step();
                var value = Value();
                if (value is null)
                    return null;

                _members.Add(new JsonMember(name, region, value));
                sorted = sorted && string.CompareOrdinal(last, name) < 0;
                last = name;
                _cursor.SkipWhiteSpace();
                if (_cursor.Current == '}')
                    break;
                if (_cursor.Current != ',')
                    return Unexpected("',' or '}' is expected");

                Step();
            }
        }

        _cursor.Position++;
        var members = Take(_members, first);
        if (!sorted)
            ReportDuplicates(members);

        return new JsonNode(_cursor.Since(line, column), members);
    }

    private JsonNode? Array()
    {
        var (line, column, first) = (_cursor.Line, _cursor.Column, _items.Count);
        Step();
        if (_cursor.Current != ']')
        {
            while (true)
            {
                var value = Value();
                if (value is null)
                    return null;

                _items.Add(value);
                _cursor.SkipWhiteSpace();
                if (_cursor.Current == ']')
                    break;
                if (_cursor.Current != ',')
                    return Unexpected("',' or ']' is expected");

                Step();
            }
        }

        _cursor.Position++;
        return new JsonNode(_cursor.Since(line, column), Take(_items, first));
    }

    private JsonNode? Number()
    {
        var (text, start) = (_cursor.Text, _cursor.Position);
        var end = JsonNumber.End(text, start);
        if (end < 0)
            return Fail(JsonErrorKind.Syntax, "This is not a JSON number", _cursor.Here());

        _cursor.Position = end;
        return new JsonNode(JsonKind.Number, _cursor.Since(start), text.Substring(start, end - start));
    }

    private JsonNode? Word(string word, JsonKind kind)
    {
        var start = _cursor.Position;
        if (string.CompareOrdinal(_cursor.Text, start, word, 0, word.Length) != 0)
            return Unexpected("A value is expected");

        _cursor.Position += word.Length;
        return new JsonNode(kind, _cursor.Since(start));
    }

    private string? String()
    {
        var text = _strings.Read();
        if (text is null)
            _errors.Add(_strings.Error!);

        return text;
    }

    private void Step()
    {
        _cursor.Position++;
        _cursor.SkipWhiteSpace();
    }

    private static T[] Take<T>(List<T> open, int first)
    {
        var taken = new T[open.Count - first];
        open.CopyTo(first, taken, 0, taken.Length);
        open.RemoveRange(first, taken.Length);
        return taken;
    }

    private void ReportDuplicates(JsonMember[] members)
    {
        foreach (var (again, first) in DuplicateNames.Find(members))
        {
            if (_errors.Count == MaxDuplicatesReported)
                return;

            var message = FormattableString.Invariant($"'{Printable.Of(members[again].Name)}' stands twice in one object; the first is at line {members[first].NameRegion.Line}");
            _errors.Add(new JsonError(JsonErrorKind.Duplicate, message, members[again].NameRegion));
        }
    }

    private JsonNode? Unexpected(string expected)
    {
        var c = _cursor.Current;
        var found = _cursor.AtEnd ? "the text ends"
            : c == '/' ? "'/' is found (JSON has no comments)"
            : c == '\'' ? "a single quote is found (texts stand in double quotes)"
            : c is '}' or ']' && IsAfterComma() ? $"'{c}' is found (the comma before it is one too many)"
            : c is > ' ' and < '\x7F' ? $"'{c}' is found"
            : FormattableString.Invariant($"U+{(int)c:X4} is found");
        return Fail(JsonErrorKind.Syntax, $"{expected}, but {found}", _cursor.Here());
    }

    private bool IsAfterComma()
    {
        var i = _cursor.Position - 1;
        while (i >= 0 && _cursor.Text[i] is ' ' or '\t' or '\r' or '\n')
            i--;

        return i >= 0 && _cursor.Text[i] == ',';
    }

    private JsonNode? Fail(JsonErrorKind kind, string message, TextRegion region)
    {
        _errors.Add(new JsonError(kind, message, region));
        return null;
    }

    // What the marks of a half-done merge do to the grammar, and which members they repeat, helps nobody.
    private List<JsonError> Explained()
    {
        var marker = _errors.Exists(static error => error.Kind == JsonErrorKind.Syntax) ? ConflictMarkers.Find(_cursor.Text) : -1;
        if (marker >= 0)
            return [new JsonError(JsonErrorKind.ConflictMarkers, "Merge conflict markers", TextLines.At(_cursor.Text, marker, ConflictMarkers.Length))];

        _errors.Sort(static (a, b) => (a.Region.Line, a.Region.Column).CompareTo((b.Region.Line, b.Region.Column)));
        return _errors;
    }
}
