using System.Xml;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Judging;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Markup;

/// <summary>
/// What markup makes others do: scripts of a page or a drawing, includes, style sheets, libraries. In a model's own format that
/// is harm; in any other XML beside a model it needs a look.
/// </summary>
internal sealed class ActiveMarkup(ScanContext context, bool isModel)
{
    private const string Include = "http://www.w3.org/2001/XInclude";

    private static readonly string[] Schemes = ["javascript:", "vbscript:", "data:text/html", "file:"];
    private static readonly string[] Libraries = [".so", ".dll", ".dylib", ".exe"];

    /// <summary>Whether it is a model's own format.</summary>
    public bool InModel { get; } = isModel;

    public void Instruction(string name, string value, int line)
    {
        if (name is "xml-stylesheet")
            Tell(Severity.Medium, $"names a style sheet ('{Printable.Of(value, 80)}') that its reader loads and that can hold code", name, line);
        else if (name.StartsWith("php", StringComparison.OrdinalIgnoreCase) || value.Contains("eval(", StringComparison.Ordinal))
            Tell(Severity.High, $"holds program code in an instruction '{Printable.Of(name, 40)}'", name, line);
    }

    public void Element(XmlReader reader, int line)
    {
        var name = reader.LocalName;
        if (name.Equals("script", StringComparison.OrdinalIgnoreCase))
            Tell(Severity.High, "holds a script", name, line);
        else if (name is "include" or "fallback" && reader.NamespaceURI == Include)
            Tell(Severity.High, $"includes another file ('{Printable.Of(reader.GetAttribute("href"), 80)}')", name, line);
        else if (reader.NamespaceURI.Contains("XSL/Transform", StringComparison.Ordinal) && InModel)
            Tell(Severity.Medium, "holds a transformation, which is a program", name, line);

        while (reader.MoveToNextAttribute())
            Attribute(reader.LocalName, reader.Value, line);
        reader.MoveToElement();
    }

    /// <summary>A text, a comment: for people, unless it is code.</summary>
    public void Text(string text, string what, int line)
    {
        if (text.Contains("<script", StringComparison.OrdinalIgnoreCase))
            Tell(Severity.High, $"holds a script in {what}", "script", line);
        else if (InModel && TextJudge.Find(text) is { } sign)
            Tell(sign.Severity, $"holds {what} that {sign.What}: '{Printable.Of(sign.Excerpt, 100)}'", "text", line);
    }

    private void Attribute(string name, string value, int line)
    {
        var trimmed = value.TrimStart();
        if (Array.Find(Schemes, scheme => trimmed.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) is { } scheme)
            Tell(scheme == "file:" ? Severity.Medium : Severity.High, $"has an address '{Printable.Of(trimmed, 80)}' that runs code or reads files", name, line);
        else if (name.Length > 3 && name.StartsWith("on", StringComparison.OrdinalIgnoreCase) && !InModel && value.Contains('(', StringComparison.Ordinal))
            Tell(Severity.High, $"runs a script at '{Printable.Of(name, 40)}'", name, line);
        else if (InModel && IsLibrary(name, value))
            Tell(Severity.High, $"names a library '{Printable.Of(value, 80)}' to load", name, line);
        else
            Text(value, $"an attribute '{Printable.Of(name, 40)}'", line);
    }

    private static bool IsLibrary(string name, string value)
    {
        if (name.Contains("librar", StringComparison.OrdinalIgnoreCase) || name.Equals("plugin", StringComparison.OrdinalIgnoreCase))
            return value.Contains('/', StringComparison.Ordinal) || value.Contains('\\', StringComparison.Ordinal) || value.Contains('.', StringComparison.Ordinal);

        var isPath = value.Length < 512 && (value.Contains('/', StringComparison.Ordinal) || value.Contains('\\', StringComparison.Ordinal));
        return isPath && Array.Exists(Libraries, end => value.EndsWith(end, StringComparison.OrdinalIgnoreCase));
    }

    private void Tell(Severity severity, string message, string symbol, int line)
    {
        var most = InModel || severity < Severity.High ? severity : Severity.Medium;
        context.Report(Rules.MarkupActive, $"{message} (line {line}); do not open it", severity: most, symbol: symbol);
    }
}
