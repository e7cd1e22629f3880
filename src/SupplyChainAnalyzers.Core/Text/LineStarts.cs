namespace SupplyChainAnalyzers.Core.Text;

/// <summary>From offsets to lines and columns, for a text that is asked about often. A line ends with LF, CRLF or CR, as editors count.</summary>
internal sealed class LineStarts
{
    private readonly List<int> _starts = [0];

    public LineStarts(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
                _starts.Add(i + 1);
        }
    }

    /// <summary>How many lines there are.</summary>
    public int Count => _starts.Count;

    /// <summary>Offset of the first character of a line; the first line is 1.</summary>
    public int StartOf(int line) => _starts[line - 1];

    /// <summary>The stretch from <paramref name="start"/> to before <paramref name="end"/>.</summary>
    public TextRegion Region(int start, int end)
    {
        var (line, column) = At(start);
        var (endLine, endColumn) = At(end);
        return new TextRegion(line, column, endLine, endColumn);
    }

    private (int Line, int Column) At(int offset)
    {
        var index = _starts.BinarySearch(offset);
        var line = index >= 0 ? index : ~index - 1;
        return (line + 1, offset - _starts[line] + 1);
    }
}
