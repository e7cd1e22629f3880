using System.Buffers.Text;
using System.Text.Json;
using SupplyChainAnalyzers.Scanner.Formats;

namespace SupplyChainAnalyzers.Scanner.Input;

/// <summary>
/// JSON (RFC 8259, strict) token by token out of a file of any size: never more in memory than the longest token. What is no
/// JSON, or no UTF-8, is a damaged file.
/// </summary>
internal sealed class JsonStream(ByteSource source, string what, int maxDepth = 64, int maxToken = 4 << 20)
{
    private const int Chunk = 64 << 10;

    private JsonReaderState _state = new(new JsonReaderOptions { MaxDepth = maxDepth });
    private byte[] _buffer = new byte[(int)Math.Clamp(source.Length, 1, Chunk)];
    private int _at;
    private int _filled;
    private long _read; // bytes taken from the source
    private int _numberAt;
    private int _numberLength;

    /// <summary>What was read last.</summary>
    public JsonTokenType Token { get; private set; }

    /// <summary>Of a string or a member's name.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Offset in the source behind the token.</summary>
    public long Position => _read - _filled + _at;

    /// <summary>A whole number without sign, fraction or exponent; -1 for any other token. Valid until the next read.</summary>
    public long Whole =>
        Token == JsonTokenType.Number && Utf8Parser.TryParse(_buffer.AsSpan(_numberAt, _numberLength), out long value, out var used) && used == _numberLength && _buffer[_numberAt] != '-' ? value : -1;

    /// <summary>The next token; false at the end.</summary>
    /// <exception cref="DamagedFileException">No JSON.</exception>
    public bool Read()
    {
        while (true)
        {
            if (TryRead(out var final))
                return true;
            if (final)
                return false;

            Fill();
        }
    }

    /// <summary>The next token, which must be there.</summary>
    public JsonTokenType Next() => Read() ? Token : throw new DamagedFileException($"{what} ends too early", Position);

    /// <summary>Passes over the rest of the value whose first token was read last.</summary>
    public void Skip()
    {
        for (var depth = Opens(); depth > 0; depth += Opens())
            Next();
    }

    private int Opens() => Token switch
    {
        JsonTokenType.StartObject or JsonTokenType.StartArray => 1,
        JsonTokenType.EndObject or JsonTokenType.EndArray => -1,
        _ => 0,
    };

    private bool TryRead(out bool final)
    {
        final = _read == source.Length;
        var reader = new Utf8JsonReader(_buffer.AsSpan(_at, _filled - _at), final, _state);
        try
        {
            if (!reader.Read())
                return false;

            Token = reader.TokenType;
            Text = Token is JsonTokenType.String or JsonTokenType.PropertyName ? reader.GetString()! : "";
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException) // the latter: no UTF-8, a lone surrogate
        {
            throw new DamagedFileException($"{what} is no JSON", Position + reader.BytesConsumed);
        }

        (_numberAt, _numberLength) = (_at + (int)reader.TokenStartIndex, Token == JsonTokenType.Number ? reader.ValueSpan.Length : 0);
        _at += (int)reader.BytesConsumed;
        _state = reader.CurrentState;
        return true;
    }

    private void Fill()
    {
        var left = _filled - _at;
        if (left == _buffer.Length)
        {
            if (left >= maxToken)
                throw new DamagedFileException($"{what} holds a text longer than {maxToken} bytes", Position);

            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        _buffer.AsSpan(_at, left).CopyTo(_buffer);
        var count = (int)Math.Min(_buffer.Length - left, source.Length - _read);
        source.ReadExactly(_read, _buffer.AsSpan(left, count), what);
        (_at, _filled, _read) = (0, left + count, _read + count);
    }
}
