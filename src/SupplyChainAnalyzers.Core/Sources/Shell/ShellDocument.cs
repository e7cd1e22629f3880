namespace SupplyChainAnalyzers.Core.Sources.Shell;

/// <summary>Here-documents: lines up to one that is the delimiter.</summary>
internal static class ShellDocument
{
    /// <param name="source">The script.</param>
    /// <param name="at">The first character of the document; then the character behind it.</param>
    /// <param name="delimiter">What the line is that ends it.</param>
    /// <param name="stripsTabs">Whether tabs before a line do not count (<c>&lt;&lt;-</c>).</param>
    public static MappedText Read(MappedText source, ref int at, string delimiter, bool stripsTabs)
    {
        var start = at;
        while (at < source.Text.Length)
        {
            var line = at;
            var end = source.Text.IndexOf('\n', at);
            end = end < 0 ? source.Text.Length : end;
            at = Math.Min(end + 1, source.Text.Length);
            while (stripsTabs && line < end && source.Text[line] == '\t')
                line++;

            var stop = end > line && source.Text[end - 1] == '\r' ? end - 1 : end;
            if (stop - line == delimiter.Length && string.CompareOrdinal(source.Text, line, delimiter, 0, delimiter.Length) == 0)
                return source.Slice(start, line);
        }

        return source.Slice(start, at);
    }
}
