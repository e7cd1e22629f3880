using System.Xml;
using System.Xml.Linq;

namespace SupplyChainAnalyzers.Core.Text;

/// <summary>An XML text and where its attributes stand. No document type, no entities, nothing from elsewhere.</summary>
internal sealed class XmlText
{
    /// <summary>Characters of a file; real ones hold far less than a tenth of it.</summary>
    public const int MaxCharacters = 4 << 20;

    private readonly string _text;
    private readonly LineStarts _lines;

    private XmlText(string text, XElement root)
    {
        _text = text;
        _lines = new LineStarts(text);
        Root = root;
    }

    /// <summary>The outermost element.</summary>
    public XElement Root { get; }

    /// <summary>Null when <paramref name="text"/> is too long or no XML.</summary>
    public static XmlText? Parse(string text)
    {
        if (text.Length > MaxCharacters)
            return null;

        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = MaxCharacters,
        };
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), settings);
            return XDocument.Load(reader, LoadOptions.SetLineInfo).Root is { } root ? new XmlText(text, root) : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>Where an attribute's value stands, between its quotes; its name when there are none to be found.</summary>
    public (int Start, int Length) PlaceOf(XAttribute attribute)
    {
        IXmlLineInfo info = attribute;
        if (!info.HasLineInfo() || info.LineNumber > _lines.Count)
            return (0, 0);

        // The XML reader ends a line where editors do, and knows only where the attribute's name begins.
        var name = _lines.StartOf(info.LineNumber) + info.LinePosition - 1;
        var open = name < _text.Length ? _text.IndexOfAny(['"', '\''], name) : -1;
        var close = open < 0 ? -1 : _text.IndexOf(_text[open], open + 1);
        return close < 0 ? (name, attribute.Name.LocalName.Length) : (open + 1, close - open - 1);
    }

    /// <summary>The same as lines and columns.</summary>
    public TextRegion RegionOf(XAttribute attribute)
    {
        var (start, length) = PlaceOf(attribute);
        return _lines.Region(start, start + length);
    }
}
