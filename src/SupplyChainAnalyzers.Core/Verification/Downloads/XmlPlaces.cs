using System.Xml;
using System.Xml.Linq;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Verification.Downloads;

/// <summary>Where an attribute's value stands: the XML reader knows only where its name begins.</summary>
internal sealed class XmlPlaces
{
    private readonly string _text;
    private readonly List<int> _lines = [0];

    public XmlPlaces(string text)
    {
        _text = text;
        for (var i = 0; i < text.Length; i++)
        {
            // The XML reader ends a line at LF, CR LF and a lone CR.
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
                _lines.Add(i + 1);
        }
    }

    /// <summary>The text between the quotes; the attribute's name when there are none to be found.</summary>
    public TextRegion ValueOf(XAttribute attribute)
    {
        IXmlLineInfo info = attribute;
        if (!info.HasLineInfo() || info.LineNumber > _lines.Count)
            return TextRegion.Start;

        var name = _lines[info.LineNumber - 1] + info.LinePosition - 1;
        var open = _text.IndexOfAny(['"', '\''], name);
        var close = open < 0 ? -1 : _text.IndexOf(_text[open], open + 1);
        if (close < 0)
            return new TextRegion(info.LineNumber, info.LinePosition, info.LineNumber, info.LinePosition + attribute.Name.LocalName.Length);

        var (line, column) = Position(open + 1);
        var (endLine, endColumn) = Position(close);
        return new TextRegion(line, column, endLine, endColumn);
    }

    private (int Line, int Column) Position(int offset)
    {
        var index = _lines.BinarySearch(offset);
        var line = index >= 0 ? index : ~index - 1;
        return (line + 1, offset - _lines[line] + 1);
    }
}
