using System.Text;

namespace SupplyChainAnalyzers.Core.Json;

/// <summary>Texts in double quotes (RFC 8259 §7).</summary>
internal sealed class JsonStringLexer(JsonCursor cursor)
{
    private readonly StringPool _pool = new();
    private readonly StringBuilder _unescaped = new();

    /// <summary>What was wrong when <see cref="Read"/> gave null.</summary>
    public JsonError? Error { get; private set; }

    /// <summary>Reads from the opening quote to behind the closing one; null on error.</summary>
    public string? Read()
    {
        var (text, open) = (cursor.Text, cursor.Position);
        var copied = open + 1;
        var i = copied;
        _unescaped.Clear();
        while (true)
        {
            while (i < text.Length && IsPlain(text[i]))
                i++;

            if (i == text.Length)
                return Fail(open, i, JsonErrorKind.Syntax, "A text is not closed: '\"' is missing");

            var c = text[i];
            if (c == '"')
                break;

            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i += 2;
            }
            else if (c == '\\')
            {
                _unescaped.Append(text, copied, i - copied);
                i = Unescape(i);
                if (i < 0)
                    return null;

                copied = i;
            }
            else
            {
                return c >= ' '
                    ? Fail(i, i + 1, JsonErrorKind.Encoding, "Half of a surrogate pair stands alone")
                    : c is '\n' or '\r'
                        ? Fail(open, i, JsonErrorKind.Syntax, "A text is not closed on its line: '\"' is missing")
                        : Fail(i, i + 1, JsonErrorKind.Syntax, $"A control character must be written \\u{(int)c:x4}");
            }
        }

        cursor.Position = i + 1;
        return _unescaped.Length == 0 && copied == open + 1
            ? _pool.Take(text, copied, i - copied)
            : _unescaped.Append(text, copied, i - copied).ToString();
    }

    private static bool IsPlain(char c) => c is not ('"' or '\\') and >= ' ' and not (>= '\uD800' and <= '\uDFFF');

    // Gives the offset behind the escape at i, or -1.
    private int Unescape(int i)
    {
        var text = cursor.Text;
        var c = i + 1 < text.Length ? text[i + 1] : '\0';
        var plain = c switch
        {
            '"' or '\\' or '/' => c,
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => '\0',
        };
        if (plain != '\0')
        {
            _unescaped.Append(plain);
            return i + 2;
        }

        if (c != 'u')
            return Refuse(i, Math.Min(i + 2, text.Length), JsonErrorKind.Syntax, "An unknown escape; a backslash is written \\\\");

        var unit = HexUnit(i + 2);
        if (unit < 0)
            return Refuse(i, Math.Min(i + 6, text.Length), JsonErrorKind.Syntax, "\\u needs four hex digits");

        _unescaped.Append((char)unit);
        if (!char.IsSurrogate((char)unit))
            return i + 6;

        var low = char.IsHighSurrogate((char)unit) && i + 7 < text.Length && text[i + 6] == '\\' && text[i + 7] == 'u' ? HexUnit(i + 8) : -1;
        if (low < 0 || !char.IsLowSurrogate((char)low))
            return Refuse(i, i + 6, JsonErrorKind.Encoding, "Half of a surrogate pair stands alone");

        _unescaped.Append((char)low);
        return i + 12;
    }

    private int HexUnit(int start)
    {
        if (start + 4 > cursor.Text.Length)
            return -1;

        var value = 0;
        for (var i = start; i < start + 4; i++)
        {
            var digit = cursor.Text[i] switch
            {
                >= '0' and <= '9' and var c => c - '0',
                >= 'a' and <= 'f' and var c => c - 'a' + 10,
                >= 'A' and <= 'F' and var c => c - 'A' + 10,
                _ => -1,
            };
            if (digit < 0)
                return -1;

            value = (value << 4) | digit;
        }

        return value;
    }

    private int Refuse(int start, int end, JsonErrorKind kind, string message)
    {
        Fail(start, end, kind, message);
        return -1;
    }

    private string? Fail(int start, int end, JsonErrorKind kind, string message)
    {
        cursor.Position = end;
        Error = new JsonError(kind, message, cursor.Since(start));
        return null;
    }
}
