using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Json;

/// <summary>A place in a text that knows its line. Only white space moves it to another line.</summary>
internal sealed class JsonCursor(string text)
{
    private int _lineStart;

    public string Text { get; } = text;

    public int Position { get; set; }

    public int Line { get; private set; } = 1;

    public int Column => Position - _lineStart + 1;

    public bool AtEnd => Position >= Text.Length;

    /// <summary>The character here; NUL at the end, which is nowhere valid outside a text.</summary>
    public char Current => Position < Text.Length ? Text[Position] : '\0';

    public void SkipWhiteSpace()
    {
        for (; Position < Text.Length; Position++)
        {
            switch (Text[Position])
            {
                case ' ' or '\t':
                    break;
                case '\r' when Position + 1 < Text.Length && Text[Position + 1] == '\n':
                    break;
                case '\r' or '\n':
                    Line++;
                    _lineStart = Position + 1;
                    break;
                default:
                    return;
            }
        }
    }

    /// <summary>From <paramref name="start"/> on this line to here.</summary>
    public TextRegion Since(int start) => new(Line, start - _lineStart + 1, Line, Column);

    /// <summary>From a place on an earlier line to here.</summary>
    public TextRegion Since(int line, int column) => new(line, column, Line, Column);

    /// <summary>The one character here; nothing at the end of the text.</summary>
    public TextRegion Here() => new(Line, Column, Line, AtEnd ? Column : Column + 1);
}
