using System.Buffers;
using System.Globalization;
using System.Text;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Json;

/// <summary>
/// Steps through JSON (RFC 8259) of any size in constant memory. It is as tolerant as the most tolerant reader (Python's takes NaN,
/// duplicate names and lone surrogates; others take comments and commas at the end): what is read here is judged, never used.
/// </summary>
internal sealed class JsonTokens(ByteSource source, long start = 0)
{
    /// <summary>Python's reader gives up near 1000.</summary>
    public const int MaxDepth = 512;

    /// <summary>Bytes kept of one string. The longest template of note has 30,000.</summary>
    public const int MaxText = 1 << 20;

    private const int BufferSize = 64 << 10;

    private readonly byte[] _buffer = new byte[BufferSize];
    private readonly ArrayBufferWriter<byte> _text = new();
    private readonly Stack<bool> _isObject = new();
    private long _bufferAt = start;
    private int _count;
    private int _next;

    public JsonTokenKind Kind { get; private set; }

    /// <summary>Of a name, string or literal.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Whether the string goes on beyond <see cref="MaxText"/>.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Bytes before the token.</summary>
    public long Offset { get; private set; }

    public int Depth => _isObject.Count;

    /// <exception cref="DamagedFileException">A string does not end.</exception>
    /// <exception cref="LimitExceededException">Deeper than any reader would go.</exception>
    public bool Next()
    {
        while (true)
        {
            var c = Take();
            Offset = _bufferAt + _next - 1;
            switch (c)
            {
                case -1:
                    return false;
                case '{' or '[':
                    if (_isObject.Count == MaxDepth)
                        throw new LimitExceededException($"its values lie more than {MaxDepth} deep in one another", Offset);

                    _isObject.Push(c == '{');
                    Kind = c == '{' ? JsonTokenKind.StartObject : JsonTokenKind.StartArray;
                    return true;
                case '}' or ']':
                    if (_isObject.Count == 0)
                        continue;

                    Kind = _isObject.Pop() ? JsonTokenKind.EndObject : JsonTokenKind.EndArray;
                    return true;
                case '"':
                    String();
                    SkipBlanks();
                    Kind = _isObject.Count > 0 && _isObject.Peek() && Peek() == ':' ? JsonTokenKind.Name : JsonTokenKind.Text;
                    return true;
                case <= ' ' or ',' or ':':
                    continue;
                default:
                    Literal((byte)c);
                    Kind = JsonTokenKind.Literal;
                    return true;
            }
        }
    }

    private void String()
    {
        _text.ResetWrittenCount();
        IsCut = false;
        for (var c = Take(); c != '"'; c = Take())
        {
            if (c < 0)
                throw new DamagedFileException("a string does not end", Offset);
            if (c == '\\')
                Escape();
            else
                Append((byte)c);
        }

        Text = Encoding.UTF8.GetString(_text.WrittenSpan);
    }

    private void Escape()
    {
        var c = Take();
        switch (c)
        {
            case 'n': Append((byte)'\n'); break;
            case 't': Append((byte)'\t'); break;
            case 'r': Append((byte)'\r'); break;
            case 'b': Append((byte)'\b'); break;
            case 'f': Append((byte)'\f'); break;
            case 'u': Append(Unit()); break;
            case < 0: break;
            default: Append((byte)c); break;
        }
    }

    // \uXXXX; the second half of a pair follows as another one.
    private Rune Unit()
    {
        var first = Hex4();
        if (!char.IsHighSurrogate((char)first) || Peek() != '\\')
            return Rune.TryCreate((char)first, out var single) ? single : Rune.ReplacementChar;

        Take();
        if (Peek() != 'u')
        {
            Escape();
            return Rune.ReplacementChar;
        }

        Take();
        return Rune.TryCreate((char)first, (char)Hex4(), out var pair) ? pair : Rune.ReplacementChar;
    }

    private int Hex4()
    {
        Span<byte> digits = stackalloc byte[4];
        for (var i = 0; i < 4 && Peek() is var c && c >= 0 && char.IsAsciiHexDigit((char)c); i++)
            digits[i] = (byte)Take();

        return int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) ? value : '\uFFFD';
    }

    private void Literal(byte first)
    {
        _text.ResetWrittenCount();
        Append(first);
        while (Peek() is var c && c > ' ' && c is not (',' or ':' or '{' or '}' or '[' or ']' or '"'))
            Append((byte)Take());

        Text = Encoding.UTF8.GetString(_text.WrittenSpan);
    }

    private void SkipBlanks()
    {
        while (Peek() is >= 0 and <= ' ')
            Take();
    }

    private void Append(Rune rune)
    {
        Span<byte> bytes = stackalloc byte[4];
        foreach (var b in bytes[..rune.EncodeToUtf8(bytes)])
            Append(b);
    }

    private void Append(byte value)
    {
        if (_text.WrittenCount >= MaxText)
        {
            IsCut = true;
            return;
        }

        _text.GetSpan(1)[0] = value;
        _text.Advance(1);
    }

    private int Take()
    {
        var c = Peek();
        if (c >= 0)
            _next++;
        return c;
    }

    private int Peek()
    {
        if (_next < _count)
            return _buffer[_next];

        _bufferAt += _count;
        (_count, _next) = (source.Read(_bufferAt, _buffer), 0);
        return _count > 0 ? _buffer[0] : -1;
    }
}
