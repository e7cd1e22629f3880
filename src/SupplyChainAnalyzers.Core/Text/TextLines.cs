namespace SupplyChainAnalyzers.Core.Text;

/// <summary>From offsets to lines and columns. A line ends with LF, CRLF or CR, as editors count.</summary>
internal static class TextLines
{
    /// <summary>The region of <paramref name="length"/> characters of one line from <paramref name="offset"/> on.</summary>
    public static TextRegion At(string text, int offset, int length = 0)
    {
        var (line, start) = (1, 0);
        for (var i = 0; i < offset; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
                (line, start) = (line + 1, i + 1);
        }

        var column = offset - start + 1;
        return new TextRegion(line, column, line, column + length);
    }
}
