using System.Globalization;
using System.Text;

namespace SupplyChainAnalyzers.Scanner.Formats.NumPy;

/// <summary>
/// The literals of Python that stand in an array's header: strings, whole numbers, True, False, None, tuples, lists and
/// dictionaries of strings. Read, never evaluated; anything else is damage, as it is to NumPy.
/// </summary>
internal sealed class PythonLiteral
{
    private const int MaxDepth = 32;

    private readonly string _text;
    private int _at;
    private int _depth;

    private PythonLiteral(string text) => _text = text;

    /// <summary>
    /// The value: string, long, bool, null, <c>object?[]</c> for a tuple, <c>List&lt;object?&gt;</c> for a list,
    /// <c>Dictionary&lt;string, object?&gt;</c>.
    /// </summary>
    /// <exception cref="DamagedFileException">It is no literal of these; its offset counts in characters.</exception>
    public static object? Parse(string text)
    {
        var literal = new PythonLiteral(text);
        var value = literal.Value();
        literal.Blank();
        return literal._at == text.Length ? value : throw literal.Damaged();
    }

    private object? Value()
    {
        if (++_depth > MaxDepth)
            throw Damaged();

        Blank();
        object? value = Peek switch
        {
            '\'' or '"' => Text(),
            'u' or 'b' when _at + 1 < _text.Length && _text[_at + 1] is '\'' or '"' => Prefixed(),
            '(' => Tuple(),
            '[' => new List<object?>(Items(']', out _)),
            '{' => Dictionary(),
            '-' or '+' or (>= '0' and <= '9') => Number(),
            _ => Word(),
        };

        _depth--;
        return value;
    }

    private char Peek => _at < _text.Length ? _text[_at] : '\0';

    private string Prefixed()
    {
        _at++;
        return Text();
    }

    private string Text()
    {
        var quote = _text[_at++];
        var text = new StringBuilder();
        while (_at < _text.Length && _text[_at] != quote)
        {
            if (_text[_at] == '\n')
                throw Damaged();
            if (_text[_at] == '\\')
                Escape(text);
            else
                text.Append(_text[_at++]);
        }

        if (_at++ >= _text.Length)
            throw Damaged();

        return text.ToString();
    }

    private void Escape(StringBuilder text)
    {
        _at++;
        var kind = Peek;
        _at++;
        switch (kind)
        {
            case 'x':
                text.Append((char)Hex(2));
                break;
            case 'u':
                text.Append((char)Hex(4));
                break;
            case 'n':
                text.Append('\n');
                break;
            case 't':
                text.Append('\t');
                break;
            case '\\' or '\'' or '"':
                text.Append(kind);
                break;
            default:
                throw Damaged();
        }
    }

    private int Hex(int digits)
    {
        if (_at + digits > _text.Length || !int.TryParse(_text.AsSpan(_at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            throw Damaged();

        _at += digits;
        return value;
    }

    private object? Tuple()
    {
        var items = Items(')', out var hasComma);
        return items.Length == 1 && !hasComma ? items[0] : items;
    }

    private object?[] Items(char end, out bool hasComma)
    {
        _at++;
        hasComma = false;
        var items = new List<object?>();
        for (Blank(); Peek != end; Blank())
        {
            if (items.Count > 0 && !hasComma)
                throw Damaged();

            items.Add(Value());
            Blank();
            hasComma = Peek == ',';
            if (hasComma)
                _at++;
        }

        _at++;
        return [.. items];
    }

    private Dictionary<string, object?> Dictionary()
    {
        _at++;
        var entries = new Dictionary<string, object?>(StringComparer.Ordinal);
        for (Blank(); Peek != '}'; Blank())
        {
            if (Value() is not string key)
                throw Damaged();

            Blank();
            if (Peek != ':')
                throw Damaged();

            _at++;
            entries[key] = Value();
            Blank();
            if (Peek == ',')
                _at++;
            else if (Peek != '}')
                throw Damaged();
        }

        _at++;
        return entries;
    }

    // Python 2 wrote an L behind large numbers.
    private long Number()
    {
        var start = _at++;
        while (char.IsAsciiDigit(Peek))
            _at++;
        if (!long.TryParse(_text.AsSpan(start, _at - start), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
            throw Damaged();
        if (Peek == 'L')
            _at++;

        return value;
    }

    private object? Word()
    {
        foreach (var (word, value) in new (string, object?)[] { ("True", true), ("False", false), ("None", null) })
        {
            if (string.CompareOrdinal(_text, _at, word, 0, word.Length) != 0)
                continue;

            _at += word.Length;
            return value;
        }

        throw Damaged();
    }

    private void Blank()
    {
        while (Peek is ' ' or '\t' or '\n' or '\r')
            _at++;
    }

    private DamagedFileException Damaged() => new("it is no literal of Python", _at);
}
