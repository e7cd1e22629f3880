using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Formats.Hub;
using SupplyChainAnalyzers.Scanner.Formats.Yaml;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Plain;

/// <summary>
/// Texts. What a text is for, its name says: the programs that run code, read settings or unpickle go by it as well. All
/// others (licences, model cards, vocabularies) are read by people or as data.
/// </summary>
internal sealed class PlainTextScanner : IFormatScanner
{
    // Text opcodes are characters: a stream that is broken on purpose may look like any text.
    private static readonly string[] Pickles = [".pkl", ".pickle", ".p", ".joblib", ".dill", ".pt", ".ckpt", ".bin"];

    public IReadOnlyList<ModelFormat> Formats { get; } = [ModelFormats.PlainText, ModelFormats.Yaml, ModelFormats.Python];

    public void Scan(ByteSource source, ScanContext context)
    {
        if (TextContent.FirstZero(source) is { } zero)
            context.Unscannable("starts as a text but goes on with binary data, so that its content is unknown; do not use it", zero);

        var name = context.Name.ToLowerInvariant();
        var extension = Path.GetExtension(name);
        if (extension is ".py" or ".pyw")
            SourceScan.Python(source, context);
        else if (extension == ".pth")
            PathFileScan.Scan(source, context);
        else if (extension is ".yaml" or ".yml" || name is "mlmodel" or "mlproject" or "meta.yaml")
            YamlScan.Scan(source, context);
        else if (extension is ".jinja" or ".jinja2" or ".j2")
            FormatScanners.Find(ModelFormats.Jinja)?.Scan(source, context);
        else if (extension is ".txt" or ".in" && name.Contains("requirements", StringComparison.Ordinal))
            DependencyScan.Requirements(source, context);
        else if (extension == ".json")
            FormatScanners.Find(ModelFormats.Json)?.Scan(source, context);
        else if (Pickles.Contains(extension))
            FormatScanners.Find(ModelFormats.Pickle)?.Scan(source, context);
        else
            ByContent(source, context, extension);
    }

    private static void ByContent(ByteSource source, ScanContext context, string extension)
    {
        Span<byte> head = stackalloc byte[128];
        head = head[..source.Read(0, head)];
        var isScript = head.StartsWith("#!"u8);
        var line = head.IndexOf((byte)'\n') is >= 0 and var end ? head[..end] : head;
        if (isScript && line.IndexOf("python"u8) >= 0)
            SourceScan.Python(source, context);
        else if (isScript || extension is ".sh" or ".bash" or ".zsh" or ".ps1" or ".bat" or ".cmd" or ".vbs")
            SourceScan.Shell(source, context);
        else if (extension is not (".md" or ".markdown" or ".txt" or ".rst") && head.StartsWith("---"u8) || head.StartsWith("%YAML"u8) || head.StartsWith("%TAG"u8))
            YamlScan.Scan(source, context);
    }
}
