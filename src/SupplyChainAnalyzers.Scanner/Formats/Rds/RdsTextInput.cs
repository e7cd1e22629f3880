using System.Globalization;
using System.Text;
using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Formats.Rds;

/// <summary>ASCII: a number a line, texts with C's escapes.</summary>
internal sealed class RdsTextInput : RdsInput
{
    private const int MaxWord = 64;

    private readonly byte[] _buffer = new byte[16 << 10];
    private long _bufferAt;
    private int _filled;

    public RdsTextInput(ByteSource file, long at)
        : base(file) => Position = at;

    public override int Int()
    {
        var word = Word();
        return word == "NA" ? int.MinValue
            : int.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value
            : throw new DamagedFileException("a number is none", Position);
    }

    public override string Text(int length)
    {
        while (Peek() is ' ' or '\n' or '\r' or '\t')
            Position++;

        var text = new StringBuilder();
        for (var left = length; left > 0; left--)
        {
            var c = Take();
            c = c == '\\' ? Escape() : c;
            if (text.Length < MaxText)
                text.Append((char)c);
        }

        return text.ToString();
    }

    public override void Skip(long count, int size)
    {
        if (count < 0 || count > File.Length - Position)
            throw new DamagedFileException($"{count} values do not fit into the file", Math.Min(Position, File.Length));

        for (var words = size == 16 ? count * 2 : count; words > 0; words--)
            Word();
    }

    private int Escape()
    {
        var c = Take();
        if (c is < '0' or > '7')
            return c switch { 'n' => '\n', 't' => '\t', 'v' => '\v', 'b' => '\b', 'r' => '\r', 'f' => '\f', 'a' => '\a', _ => c };

        var value = c - '0';
        for (var digits = 1; digits < 3 && Peek() is >= '0' and <= '7'; digits++)
            value = (value * 8) + Take() - '0';
        return value;
    }

    private string Word()
    {
        while (Peek() is ' ' or '\n' or '\r' or '\t')
            Position++;

        var word = new StringBuilder();
        while (Peek() is > ' ')
        {
            word.Append((char)Take());
            if (word.Length > MaxWord)
                throw new DamagedFileException("a number is none", Position);
        }

        return word.Length > 0 ? word.ToString() : throw new DamagedFileException("the file ends within a number", Math.Min(Position, File.Length));
    }

    private int Take()
    {
        var c = Peek();
        Position++;
        return c >= 0 ? c : throw new DamagedFileException("the file ends within a text", File.Length);
    }

    private int Peek()
    {
        var at = Position - _bufferAt;
        if (at < 0 || at >= _filled)
        {
            (_bufferAt, at) = (Position, 0);
            _filled = File.Read(Position, _buffer);
        }

        return at < _filled ? _buffer[at] : -1;
    }
}
