using System.Xml;
using System.Xml.Linq;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Verification.Downloads;

/// <summary>Where an attribute's value stands: the XML reader knows only where its name begins.</summary>
internal sealed class XmlPlaces(string text)
{
    // The XML reader ends a line where editors do.
    private readonly LineStarts _lines = new(text);

    /// <summary>The text between the quotes; the attribute's name when there are none to be found.</summary>
    public TextRegion ValueOf(XAttribute attribute)
    {
        IXmlLineInfo info = attribute;
        if (!info.HasLineInfo() || info.LineNumber > _lines.Count)
            return TextRegion.Start;

        var name = _lines.StartOf(info.LineNumber) + info.LinePosition - 1;
        var open = text.IndexOfAny(['"', '\''], name);
        var close = open < 0 ? -1 : text.IndexOf(text[open], open + 1);
        return close < 0
            ? new TextRegion(info.LineNumber, info.LinePosition, info.LineNumber, info.LinePosition + attribute.Name.LocalName.Length)
            : _lines.Region(open + 1, close);
    }
}
