namespace SupplyChainAnalyzers.Core.Json;

/// <summary>
/// Makes a text that people write for configuration readable by the strict reader: comments, commas behind the last item and a byte
/// order mark become spaces, so that every place stays what it is. For texts that decide nothing by themselves only.
/// </summary>
internal static class JsonLeniency
{
    public static string Plain(string text)
    {
        var plain = text.ToCharArray();
        var comma = -1; // the last comma that nothing but space and comments has followed
        if (plain.Length > 0 && plain[0] == '\uFEFF')
            plain[0] = ' ';

        for (var i = 0; i < plain.Length; i++)
        {
            switch (plain[i])
            {
                case '"':
                    i = EndOfString(plain, i);
                    comma = -1;
                    break;
                case '/' when i + 1 < plain.Length && plain[i + 1] is '/' or '*':
                    i = Blank(plain, i, EndOfComment(text, i)) - 1;
                    break;
                case ',':
                    comma = i;
                    break;
                case ']' or '}' when comma >= 0:
                    plain[comma] = ' ';
                    comma = -1;
                    break;
                case ' ' or '\t' or '\r' or '\n':
                    break;
                default:
                    comma = -1;
                    break;
            }
        }

        return new string(plain);
    }

    private static int EndOfString(char[] text, int at)
    {
        for (at++; at < text.Length && text[at] != '"'; at++)
        {
            if (text[at] == '\\')
                at++;
        }

        return at;
    }

    private static int EndOfComment(string text, int at)
    {
        if (text[at + 1] == '/')
        {
            var end = text.IndexOfAny(['\r', '\n'], at);
            return end < 0 ? text.Length : end;
        }

        var close = text.IndexOf("*/", at + 2, StringComparison.Ordinal);
        return close < 0 ? text.Length : close + 2;
    }

    // Line ends stay: they are places.
    private static int Blank(char[] text, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (text[i] is not ('\r' or '\n'))
                text[i] = ' ';
        }

        return to;
    }
}
