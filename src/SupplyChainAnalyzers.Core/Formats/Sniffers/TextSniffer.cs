namespace SupplyChainAnalyzers.Core.Formats.Sniffers;

/// <summary>
/// Texts, and the formats that are texts: asked when no binary format fits. JSON, XML and templates are told by how they begin;
/// whether the rest keeps to their grammar is the matter of whoever reads them.
/// </summary>
internal static class TextSniffer
{
    public static ModelFormat? Sniff(Head head)
    {
        if (TextHead.Decode(head) is not { } text)
            return null;

        var start = text.TrimStart();
        if (MarkupSniffer.Sniff(start) is { } markup)
            return markup;
        if (JsonSniffer.Sniff(start) is { } json)
            return json;
        if (IsLightGbm(text))
            return ModelFormats.LightGbm;
        if (StartsWith(text, "%YAML") || StartsWith(text, "---\n") || StartsWith(text, "---\r\n"))
            return ModelFormats.Yaml;
        if (StartsWith(start, "{%") || StartsWith(start, "{{") || StartsWith(start, "{#"))
            return ModelFormats.Jinja;

        var isScript = StartsWith(text, "#!") && text.Substring(0, IndexOfLineEnd(text)).Contains("python");
        return isScript ? ModelFormats.Python : ModelFormats.PlainText;
    }

    // Booster.save_model: "tree", "version=v3" (or 2, 4), then more name=value lines.
    private static bool IsLightGbm(string text) => StartsWith(text, "tree\nversion=v") || StartsWith(text, "tree\r\nversion=v");

    private static bool StartsWith(string text, string start) => text.StartsWith(start, StringComparison.Ordinal);

    private static int IndexOfLineEnd(string text) => text.IndexOf('\n') is >= 0 and var end ? end : text.Length;
}
