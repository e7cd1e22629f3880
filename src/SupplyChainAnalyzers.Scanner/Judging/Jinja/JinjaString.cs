using System.Globalization;
using System.Text;

namespace SupplyChainAnalyzers.Scanner.Judging.Jinja;

/// <summary>String constants: Jinja resolves Python's escapes, so <c>'\x5f\u005fclass'</c> is a dunder name.</summary>
internal static class JinjaString
{
    /// <summary>Of the closing quote; -1 when there is none.</summary>
    public static int End(string text, int start)
    {
        for (var at = start + 1; at < text.Length; at++)
        {
            if (text[at] == text[start])
                return at;
            if (text[at] == '\\')
                at++;
        }

        return -1;
    }

    public static string Resolve(ReadOnlySpan<char> written)
    {
        if (!written.Contains('\\'))
            return written.ToString();

        var text = new StringBuilder(written.Length);
        for (var at = 0; at < written.Length; at++)
        {
            if (written[at] != '\\' || at + 1 == written.Length)
                text.Append(written[at]);
            else
                at += Escape(written[(at + 1)..], text);
        }

        return text.ToString();
    }

    // Appends what the escape means; returns its length without the backslash.
    private static int Escape(ReadOnlySpan<char> rest, StringBuilder text)
    {
        var simple = rest[0] switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'a' => '\a', 'b' => '\b', 'f' => '\f', 'v' => '\v', '\\' => '\\', '\'' => '\'', '"' => '"', _ => '\0' };
        if (simple != '\0')
        {
            text.Append(simple);
            return 1;
        }

        switch (rest[0])
        {
            case '\n':
                return 1; // the line goes on
            case 'x':
                return Hex(rest, 2, text);
            case 'u':
                return Hex(rest, 4, text);
            case 'U':
                return Hex(rest, 8, text);
            case 'N' when rest.Length > 2 && rest[1] == '{' && rest.IndexOf('}') is > 0 and var end:
                text.Append(Named(rest[2..end].ToString().ToUpperInvariant()));
                return end + 1;
            case >= '0' and <= '7':
                return Octal(rest, text);
            default:
                text.Append('\\');
                return 0;
        }
    }

    private static int Hex(ReadOnlySpan<char> rest, int digits, StringBuilder text)
    {
        if (rest.Length <= digits || !uint.TryParse(rest.Slice(1, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) || !Rune.TryCreate(value, out var rune))
        {
            text.Append('\\');
            return 0;
        }

        text.Append(rune.ToString());
        return digits + 1;
    }

    private static int Octal(ReadOnlySpan<char> rest, StringBuilder text)
    {
        var (value, length) = (0, 0);
        while (length < 3 && length < rest.Length && rest[length] is >= '0' and <= '7')
            value = (value * 8) + rest[length++] - '0';
        text.Append((char)value);
        return length;
    }

    // The characters Python's names are made of.
    private static string Named(string name)
    {
        const string Small = "LATIN SMALL LETTER ";
        const string Capital = "LATIN CAPITAL LETTER ";
        if (name is "LOW LINE" or "SPACING UNDERSCORE")
            return "_";
        if (name.Length == Small.Length + 1 && name.StartsWith(Small, StringComparison.Ordinal))
            return char.ToLowerInvariant(name[^1]).ToString();
        return name.Length == Capital.Length + 1 && name.StartsWith(Capital, StringComparison.Ordinal) ? name[^1].ToString() : "\uFFFD";
    }
}
