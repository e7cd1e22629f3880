namespace SupplyChainAnalyzers.Core.Sources.Yaml;

/// <summary>
/// Reads the subset of YAML that environments and lock files of conda are written in: block mappings and sequences of plain and
/// quoted scalars, comments. Everything else (flow collections with members, block scalars, anchors, tags, tabs) is left out,
/// and the reader says so. Linear in the text, never throws.
/// </summary>
internal static class YamlLines
{
    /// <summary>Lines of a text; a large lock file has some hundred thousand.</summary>
    private const int MaxLines = 1_000_000;

    private const int MaxDashes = 8;

    public static IReadOnlyList<YamlLine> Read(string text, out bool isIncomplete)
    {
        var lines = new List<YamlLine>();
        isIncomplete = false;
        var skipBelow = -1;
        for (var at = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0; at < text.Length;)
        {
            var end = text.IndexOfAny(['\n', '\r'], at);
            end = end < 0 ? text.Length : end;
            var first = at;
            while (first < end && text[first] == ' ')
                first++;

            var indent = first - at;
            at = end + 1;
            if (first == end || text[first] == '#' || IsMarker(text, first, end))
                continue;

            // Lines of a block scalar belong to it as long as they are further in.
            if (skipBelow >= 0 && indent > skipBelow)
                continue;

            skipBelow = -1;
            if (lines.Count == MaxLines || Line(text, first, end, indent, out var opensText) is not { } line)
            {
                isIncomplete = true;
                continue;
            }

            if (opensText)
            {
                isIncomplete = true;
                skipBelow = indent;
            }

            lines.Add(line);
        }

        return lines;
    }

    private static YamlLine? Line(string text, int at, int end, int indent, out bool opensText)
    {
        opensText = false;
        var dashes = 0;
        while (at < end && text[at] == '-' && (at + 1 == end || text[at + 1] == ' ') && dashes < MaxDashes)
        {
            dashes++;
            at++;
            while (at < end && text[at] == ' ')
                at++;
        }

        if (at == end || text[at] == '#')
            return new YamlLine(indent, dashes, null, null, at, 0);

        if (Scalar(text, at, end, out var scalar, out var start, out var length, out var next))
        {
            if (next < end && text[next] == ':' && (next + 1 == end || text[next + 1] == ' '))
                return Pair(text, next + 1, end, indent, dashes, scalar, out opensText);

            return Rest(text, next, end) ? new YamlLine(indent, dashes, null, scalar, start, length) : null;
        }

        return null;
    }

    private static YamlLine? Pair(string text, int at, int end, int indent, int dashes, string key, out bool opensText)
    {
        opensText = false;
        while (at < end && text[at] == ' ')
            at++;

        if (at == end || text[at] == '#')
            return new YamlLine(indent, dashes, key, null, at, 0);

        if (text[at] is '|' or '>')
        {
            opensText = true;
            return new YamlLine(indent, dashes, key, null, at, 0);
        }

        // Empty collections hold nothing.
        if (string.CompareOrdinal(text, at, "[]", 0, 2) == 0 || string.CompareOrdinal(text, at, "{}", 0, 2) == 0)
            return Rest(text, at + 2, end) ? new YamlLine(indent, dashes, key, null, at, 0) : null;

        return Scalar(text, at, end, out var value, out var start, out var length, out var next) && Rest(text, next, end)
            ? new YamlLine(indent, dashes, key, value, start, length)
            : null;
    }

    /// <summary>A quoted scalar, or a plain one up to <c>: </c>, <c> #</c> or the end of the line.</summary>
    private static bool Scalar(string text, int at, int end, out string value, out int start, out int length, out int next)
    {
        (value, start, length, next) = ("", at, 0, at);
        if (text[at] is '"' or '\'')
        {
            var close = text.IndexOf(text[at], at + 1, end - at - 1);
            // A doubled quote or an escape: a text, no name.
            if (close < 0 || (close + 1 < end && text[close + 1] == text[at]))
                return false;

            (start, length, next) = (at + 1, close - at - 1, close + 1);
            value = text.Substring(start, length);
            return text[at] == '\'' || value.IndexOf('\\') < 0;
        }

        if (text[at] is '[' or '{' or '&' or '*' or '!' or '|' or '>' or '%' or '@' or '`' or '?' or ',' or ']' or '}' or '\t')
            return false;

        var stop = at;
        while (stop < end && !(text[stop] == ':' && (stop + 1 == end || text[stop + 1] == ' ')) && !(text[stop] == '#' && text[stop - 1] is ' ' or '\t'))
            stop++;

        next = stop;
        while (stop > at && text[stop - 1] is ' ' or '\t')
            stop--;

        length = stop - at;
        value = text.Substring(at, length);
        return length > 0;
    }

    private static bool Rest(string text, int at, int end)
    {
        while (at < end && text[at] is ' ' or '\t')
            at++;

        return at == end || text[at] == '#';
    }

    private static bool IsMarker(string text, int at, int end) => end - at >= 3 && string.CompareOrdinal(text, at, "---", 0, 3) == 0 && Rest(text, at + 3, end);
}
