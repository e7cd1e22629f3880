using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Judging;
using SupplyChainAnalyzers.Scanner.Judging.Jinja;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Gguf;

/// <summary>
/// GGUF, versions 1 to 3 in both byte orders. Its dangers: numbers that C readers compute with, and chat templates, which
/// programs expand with Jinja.
/// </summary>
internal sealed class GgufScanner : IFormatScanner
{
    private const string Template = "tokenizer.chat_template";

    public IReadOnlyList<ModelFormat> Formats { get; } = [ModelFormats.Gguf];

    public void Scan(ByteSource source, ScanContext context)
    {
        var header = GgufHeader.Read(source);
        var metadata = new GgufMetadata(header, context);
        metadata.Read((key, text, at) => Judge(key, text, context, at));
        metadata.Facts.Check(context);
        new GgufTensors(source, header, metadata.Facts.Alignment, context).Check();
    }

    private static void Judge(string key, string text, ScanContext context, long at)
    {
        if (key.StartsWith(Template, StringComparison.Ordinal))
            JinjaJudge.Judge(text, context.Within(key), at, isChat: true);
        else
            MetadataText.Judge(key, text, context, at);
    }
}
