using System.Text;

namespace SupplyChainAnalyzers.Core.Sources.Toml;

/// <summary>Words of a TOML text: space and comments, keys, strings, scalars.</summary>
internal sealed class TomlCursor(string text)
{
    private const int ShortEscape = 4;
    private const int LongEscape = 8;

    public int Position { get; set; }

    public bool IsAtEnd => Position >= text.Length;

    /// <summary>NUL behind the end.</summary>
    public char Current => IsAtEnd ? '\0' : text[Position];

    /// <summary>Whether nothing but space and a comment follows in the line.</summary>
    public bool IsAtLineEnd
    {
        get
        {
            PassSpace();
            return IsAtEnd || Current is '\n' or '\r' or '#';
        }
    }

    public bool StartsWith(string word) => string.CompareOrdinal(text, Position, word, 0, word.Length) == 0;

    public void Advance(int count) => Position = Math.Min(text.Length, Position + count);

    public void PassSpace()
    {
        while (Current is ' ' or '\t' && !IsAtEnd)
            Position++;
    }

    /// <summary>Passes space, ends of lines and comments; false at the end of the text.</summary>
    public bool PassBlank()
    {
        while (!IsAtEnd && Current is ' ' or '\t' or '\n' or '\r' or '#' or '\uFEFF')
        {
            if (Current == '#')
                PassLine();
            else
                Position++;
        }

        return !IsAtEnd;
    }

    public void PassLine()
    {
        var end = text.IndexOf('\n', Math.Min(Position, text.Length));
        Position = end < 0 ? text.Length : end + 1;
    }

    /// <summary>Passes <paramref name="word"/> if it stands here, after space.</summary>
    public bool Take(string word)
    {
        PassSpace();
        if (!StartsWith(word))
            return false;

        Position += word.Length;
        return true;
    }

    /// <summary>One part of a key.</summary>
    public (string Text, int Start, int Length)? Key()
    {
        if (Current is '"' or '\'')
            return String() is { } quoted ? (quoted.Text, quoted.Start, quoted.Length) : null;

        var start = Position;
        while (Current is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_')
            Position++;

        return Position == start ? null : (text.Substring(start, Position - start), start, Position - start);
    }

    /// <summary>A number, a truth value, a date: what stands up to a separator.</summary>
    public TomlValue? Scalar()
    {
        var start = Position;
        while (!IsAtEnd && Current is not (',' or ']' or '}' or '#' or '\n' or '\r' or '=' or '"' or '\''))
            Position++;

        var word = text.Substring(start, Position - start).TrimEnd(' ', '\t');
        return word.Length == 0 ? null : new TomlValue(TomlKind.Other, word, start, word.Length);
    }

    /// <summary>A string of one of the four kinds; null when it does not end.</summary>
    public TomlValue? String()
    {
        var quote = Current;
        var isLong = StartsWith(new string(quote, 3));
        var end = isLong ? new string(quote, 3) : quote.ToString();
        Position += end.Length;
        // A line end right behind the opening belongs to the layout.
        if (isLong && Current == '\r')
            Position++;
        if (isLong && Current == '\n')
            Position++;

        var start = Position;
        var value = new StringBuilder();
        while (!IsAtEnd && !StartsWith(end))
        {
            if (!isLong && Current is '\n' or '\r')
                return null;

            if (quote == '"' && Current == '\\')
            {
                if (!Escape(value))
                    return null;

                continue;
            }

            value.Append(Current);
            Position++;
        }

        if (IsAtEnd)
            return null;

        var result = new TomlValue(TomlKind.Text, value.ToString(), start, Position - start);
        Position += end.Length;
        return result;
    }

    private bool Escape(StringBuilder value)
    {
        Position++;
        var letter = Current;
        Position++;
        switch (letter)
        {
            case 'n': value.Append('\n'); return true;
            case 't': value.Append('\t'); return true;
            case 'r': value.Append('\r'); return true;
            case 'b': value.Append('\b'); return true;
            case 'f': value.Append('\f'); return true;
            case '"' or '\\': value.Append(letter); return true;
            case 'u': return Unicode(value, ShortEscape);
            case 'U': return Unicode(value, LongEscape);
            case ' ' or '\t' or '\n' or '\r':
                // A backslash at the end of a line swallows the space up to the next word.
                while (!IsAtEnd && Current is ' ' or '\t' or '\n' or '\r')
                    Position++;
                return true;
            default: return false;
        }
    }

    private bool Unicode(StringBuilder value, int digits)
    {
        var character = 0L;
        for (var end = Position + digits; Position < end; Position++)
        {
            var digit = IsAtEnd ? -1 : "0123456789abcdef".IndexOf(char.ToLowerInvariant(Current));
            if (digit < 0)
                return false;

            character = (character * 16) + digit;
        }

        if (character is > 0x10FFFF or (>= 0xD800 and <= 0xDFFF))
            return false;

        value.Append(char.ConvertFromUtf32((int)character));
        return true;
    }
}
