namespace SupplyChainAnalyzers.Core.Formats.Sniffers;

/// <summary>
/// XML, told by its declaration or by a root element that isn't HTML's. The root decides: <c>PMML</c> · OpenVINO's graph is
/// <c>&lt;net name="…" version="…"&gt;</c>. Declarations, comments and a document type before it are passed over, not read.
/// </summary>
internal static class MarkupSniffer
{
    public static ModelFormat? Sniff(string text)
    {
        if (text.Length < 3 || text[0] != '<')
            return null;

        var isDeclared = text.StartsWith("<?xml", StringComparison.Ordinal);
        var at = RootAt(text);
        var root = at < 0 ? "" : NameAt(text, at + 1);
        switch (Local(root))
        {
            case "PMML":
                return ModelFormats.Pmml;
            case "net" when TagAt(text, at).Contains("version="):
                return ModelFormats.OpenVinoXml;
            case "" when isDeclared || (at < 0 && text.StartsWith("<!", StringComparison.Ordinal)):
                return ModelFormats.Xml;
            case "" or "html" or "HTML":
                return isDeclared ? ModelFormats.Xml : null;
            default:
                return ModelFormats.Xml;
        }
    }

    // The first '<' of an element; -1 when the head ends before.
    private static int RootAt(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (text[at] != '<')
                at++;
            else if (Is(text, at, "<?"))
                at = After(text, at, "?>");
            else if (Is(text, at, "<!--"))
                at = After(text, at, "-->");
            else if (Is(text, at, "<!"))
                at = AfterDocumentType(text, at);
            else
                return at;
        }

        return -1;
    }

    private static bool Is(string text, int at, string what) => string.CompareOrdinal(text, at, what, 0, what.Length) == 0;

    private static int After(string text, int at, string what) =>
        text.IndexOf(what, at, StringComparison.Ordinal) is >= 0 and var found ? found + what.Length : text.Length;

    // A document type may hold declarations in square brackets.
    private static int AfterDocumentType(string text, int at)
    {
        var end = text.IndexOf('>', at);
        var inner = text.IndexOf('[', at);
        if (inner >= 0 && inner < end)
            end = text.IndexOf(']', inner) is >= 0 and var close ? text.IndexOf('>', close) : -1;
        return end < 0 ? text.Length : end + 1;
    }

    private static string NameAt(string text, int at)
    {
        var end = at;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or ':' or '-' or '.'))
            end++;
        return end > at && (char.IsLetter(text[at]) || text[at] == '_') ? text.Substring(at, end - at) : "";
    }

    private static string Local(string name) => name.Substring(name.IndexOf(':') + 1);

    private static string TagAt(string text, int at) =>
        text.IndexOf('>', at) is >= 0 and var end ? text.Substring(at, end - at) : text.Substring(at);
}
