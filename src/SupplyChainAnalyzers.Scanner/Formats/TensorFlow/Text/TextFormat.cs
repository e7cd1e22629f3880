using System.Text;

namespace SupplyChainAnalyzers.Scanner.Formats.TensorFlow.Text;

/// <summary>
/// Reads protobuf's text format (protobuf.dev, Text Format Language) as far as names, texts and nesting: <c>node { op: "Add" }</c>, with
/// <c>&lt; &gt;</c> for braces, <c>#</c> comments, texts in either quote that join when they follow each other. It is tolerant: what it
/// does not understand it steps over, since a loader may.
/// </summary>
internal sealed class TextFormat(string text)
{
    private const int MaxDepth = 200; // protobuf's own parser stops at 100

    private readonly Stack<string> _path = new();
    private int _position;

    /// <summary>Name of the field whose value is a text.</summary>
    public string Field { get; private set; } = "";

    /// <summary>The text.</summary>
    public string Value { get; private set; } = "";

    /// <summary>Where the field's name stands, in characters.</summary>
    public int Position { get; private set; }

    /// <summary>Messages around it, the innermost first; empty names where one was not readable.</summary>
    public IReadOnlyCollection<string> Path => _path;

    /// <summary>Goes to the next field that is a text; false at the end.</summary>
    public bool Next()
    {
        var name = "";
        while (Skip())
        {
            var c = text[_position];
            if (c is '"' or '\'')
            {
                (Field, Value) = (name, Texts());
                if (name.Length > 0)
                    return true;
            }
            else if (IsLetter(c))
            {
                Position = _position;
                name = Name();
            }
            else
            {
                _position++;
                if (c is '{' or '<')
                {
                    if (_path.Count == MaxDepth)
                        throw new DamagedFileException("messages are nested too deep", _position);
                    _path.Push(name);
                }
                else if (c is '}' or '>')
                {
                    _path.TryPop(out _);
                }

                if (c is not (':' or '['))
                    name = "";
            }
        }

        return false;
    }

    private bool Skip()
    {
        for (; _position < text.Length && (char.IsWhiteSpace(text[_position]) || text[_position] == '#'); _position++)
        {
            if (text[_position] == '#' && (_position = text.IndexOf('\n', _position)) < 0)
                _position = text.Length - 1;
        }

        return _position < text.Length;
    }

    private string Name()
    {
        var start = _position;
        while (_position < text.Length && IsLetter(text[_position]))
            _position++;
        return text[start.._position];
    }

    private string Texts()
    {
        var value = new StringBuilder();
        while (Skip() && text[_position] is '"' or '\'')
            One(value);
        return value.ToString();
    }

    private void One(StringBuilder value)
    {
        var quote = text[_position++];
        for (; _position < text.Length && text[_position] != quote; _position++)
        {
            if (text[_position] == '\\' && _position + 1 < text.Length)
                Escape(value);
            else
                value.Append(text[_position]);
        }

        _position++;
    }

    private void Escape(StringBuilder value)
    {
        var c = text[++_position];
        var (radix, digits) = c is >= '0' and <= '7' ? (8, 3) : c is 'x' or 'X' ? (16, 2) : c == 'u' ? (16, 4) : c == 'U' ? (16, 8) : (0, 0);
        if (radix == 0)
        {
            value.Append(c switch { 'n' => '\n', 't' => '\t', 'r' => '\r', _ => c });
            return;
        }

        if (radix == 16)
            _position++;

        var code = 0L;
        for (; digits > 0 && _position < text.Length && Digit(text[_position]) < radix; digits--, _position++)
            code = (code * radix) + Digit(text[_position]);
        _position--;
        value.Append((char)(code & 0xFFFF));
    }

    private static int Digit(char c) => char.IsAsciiHexDigit(c) ? Convert.ToInt32(c.ToString(), 16) : 99;

    private static bool IsLetter(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '.';
}
