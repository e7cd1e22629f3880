using System.Text;

namespace SupplyChainAnalyzers.Core.Sources.Python;

/// <summary>Escapes in string literals (Python Language Reference 2.4.1.1).</summary>
internal static class PyEscapes
{
    public static string Undo(string text)
    {
        var value = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length)
                value.Append(text[i]);
            else
                i = One(text, i + 1, value);
        }

        return value.ToString();
    }

    // Returns the index of the escape's last character.
    private static int One(string text, int at, StringBuilder value)
    {
        switch (text[at])
        {
            case 'n': value.Append('\n'); return at;
            case 't': value.Append('\t'); return at;
            case 'r': value.Append('\r'); return at;
            case 'a': value.Append('\a'); return at;
            case 'b': value.Append('\b'); return at;
            case 'f': value.Append('\f'); return at;
            case 'v': value.Append('\v'); return at;
            case '\r' when at + 1 < text.Length && text[at + 1] == '\n': return at + 1;
            case '\n' or '\r': return at;
            case '\\' or '\'' or '"': value.Append(text[at]); return at;
            case 'x': return Digits(text, at, 2, value);
            case 'u': return Digits(text, at, 4, value);
            case 'U': return Digits(text, at, 8, value);
            case >= '0' and <= '7': return Octal(text, at, value);
            default: value.Append('\\').Append(text[at]); return at;
        }
    }

    private static int Digits(string text, int at, int count, StringBuilder value)
    {
        var code = 0L;
        for (var i = at + 1; i <= at + count && code >= 0; i++)
            code = i < text.Length && Uri.IsHexDigit(text[i]) ? (code * 16) + Uri.FromHex(text[i]) : -1;

        if (code is (>= 0 and < 0xd800) or (> 0xdfff and <= 0x10ffff))
        {
            value.Append(char.ConvertFromUtf32((int)code));
            return at + count;
        }

        value.Append('\\').Append(text[at]);
        return at;
    }

    private static int Octal(string text, int at, StringBuilder value)
    {
        var code = 0;
        var end = at;
        for (; end < text.Length && end < at + 3 && text[end] is >= '0' and <= '7'; end++)
            code = code * 8 + (text[end] - '0');

        value.Append((char)code);
        return end - 1;
    }
}
