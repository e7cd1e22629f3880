using System.Xml;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Markup;

/// <summary>
/// XML: PMML, OpenVINO's graphs, and any other. Read to its end with nothing fetched and entities bounded; what other readers
/// would fetch, run or show as a script is reported.
/// </summary>
internal sealed class XmlScanner : IFormatScanner
{
    private const int MaxDepth = 1000;
    private const int MaxEntityCharacters = 1 << 16;
    private const int MaxJudged = 1 << 16; // characters of one text; arrays of numbers are longer

    public IReadOnlyList<ModelFormat> Formats { get; } = [ModelFormats.Xml, ModelFormats.Pmml, ModelFormats.OpenVinoXml];

    // Model cards begin with HTML: browsers and people read them, no parser of XML does.
    private static readonly string[] Documents = [".md", ".markdown", ".html", ".htm", ".rst", ".txt"];

    public void Scan(ByteSource source, ScanContext context)
    {
        if (Documents.Contains(Path.GetExtension(context.Name), StringComparer.OrdinalIgnoreCase))
            return;

        using var stream = new MarkupStream(source);
        using var reader = XmlReader.Create(stream, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Parse, // to see it; XmlResolver null fetches nothing
            XmlResolver = null,
            MaxCharactersFromEntities = MaxEntityCharacters,
            CloseInput = false,
            CheckCharacters = true,
        });
        var head = new byte[FormatSniffer.HeadLength];
        var format = FormatSniffer.Sniff(head, source.Read(0, head), source.Length);
        var active = new ActiveMarkup(context, format != ModelFormats.Xml);
        var graph = format == ModelFormats.OpenVinoXml ? new OpenVinoLayers(context) : null;
        try
        {
            while (reader.Read())
                Node(reader, active, graph, context);
        }
        catch (XmlException e)
        {
            throw new DamagedFileException($"it is no well-formed XML at line {e.LineNumber}", 0);
        }
    }

    private static void Node(XmlReader reader, ActiveMarkup active, OpenVinoLayers? graph, ScanContext context)
    {
        if (reader.Depth > MaxDepth)
            throw new LimitExceededException($"it nests elements more than {MaxDepth} deep");

        switch (reader.NodeType)
        {
            case XmlNodeType.DocumentType:
                DocumentTypeJudge.Judge(reader.GetAttribute("SYSTEM"), reader.Value, context, Line(reader), active.InModel);
                break;
            case XmlNodeType.ProcessingInstruction:
                active.Instruction(reader.Name, reader.Value, Line(reader));
                break;
            case XmlNodeType.Element:
                active.Element(reader, Line(reader));
                graph?.Element(reader, Line(reader));
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA:
                Text(reader, active);
                break;
            case XmlNodeType.Comment:
                active.Text(reader.Value, "a comment", Line(reader));
                break;
        }
    }

    // The beginning of a text is enough: what counts is code, not numbers.
    private static void Text(XmlReader reader, ActiveMarkup active)
    {
        var line = Line(reader);
        if (!reader.CanReadValueChunk)
        {
            active.Text(reader.Value, "a text", line);
            return;
        }

        var buffer = new char[8192];
        var text = new System.Text.StringBuilder();
        int count;
        while (text.Length < MaxJudged && (count = reader.ReadValueChunk(buffer, 0, buffer.Length)) > 0)
            text.Append(buffer, 0, count);
        active.Text(text.ToString(), "a text", line);
    }

    private static int Line(XmlReader reader) => (reader as IXmlLineInfo)?.LineNumber ?? 0;
}
