using System.Text;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Formats.Graphs;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.TensorFlow.Text;

/// <summary>
/// Graphs of TensorFlow as text (graph.pbtxt, saved_model.pbtxt, which loaders take like the binary form). Any text may be one: it is where
/// <c>node</c> or <c>node_def</c> hold an <c>op</c>. Judged are operators, assets and where output goes.
/// </summary>
internal sealed class GraphTextCheck : IContentCheck
{
    private const int MaxLength = 32 << 20; // characters are two bytes in memory
    private static readonly ModelFormat[] Texts = [ModelFormats.PlainText, ModelFormats.Python, ModelFormats.Yaml]; // the first line may be any comment

    private const int MaxOperators = 5000; // different ones

    public void Check(ByteSource source, ModelFormat format, ScanContext context)
    {
        if (Array.IndexOf(Texts, format) < 0 || !MayBeGraph(source))
            return;
        if (source.Length > MaxLength)
        {
            context.Unscannable($"looks like a graph as text of more than {MaxLength >> 20} MiB, which is not inspected; use the binary form");
            return;
        }

        Read(new TextFormat(Encoding.UTF8.GetString(source.ReadBytes(0, (int)source.Length, "the text"))), context);
    }

    // Whether the two words that every graph has stand anywhere in it.
    private static bool MayBeGraph(ByteSource source)
    {
        const int Step = 1 << 20;
        var block = new byte[(int)Math.Min(Step + 8, source.Length)];
        bool node = false, operation = false;
        for (long offset = 0; offset < source.Length && !(node && operation); offset += Step)
        {
            var read = block.AsSpan(0, source.Read(offset, block));
            node |= read.IndexOf("node"u8) >= 0;
            operation |= read.IndexOf("op"u8) >= 0;
        }

        return node && operation;
    }

    private static void Read(TextFormat text, ScanContext context)
    {
        var model = new TensorFlowModel(context);
        var operators = new Dictionary<string, int>(StringComparer.Ordinal);
        var key = "";
        while (text.Next())
        {
            var holder = text.Path.FirstOrDefault("");
            switch (text.Field)
            {
                case "op" when holder is "node" or "node_def" && operators.Count < MaxOperators:
                    operators.TryAdd(text.Value, text.Position);
                    break;
                case "name" when holder == "signature":
                    model.Define(text.Value, text.Position);
                    break;
                case "key":
                    key = text.Value;
                    break;
                case "s" when key is "output_stream" or "debug_urls" && text.Value.Contains("://", StringComparison.Ordinal):
                    model.ReportOnce("address " + text.Value, Rules.GraphRunsCode, $"sends what passes a node to '{Printable.Of(text.Value, 100)}'; do not use it", text.Position);
                    break;
                case "filename" when holder == "asset_file_def" && OutsidePath.Fault(text.Value) is { } fault:
                    model.ReportOnce("asset " + text.Value, Rules.ExternalDataEscape, $"takes an asset from '{Printable.Path(text.Value, 100)}', which {fault}; do not load it", text.Position, symbol: text.Value);
                    break;
                case "string_val" or "s" when operators.Count > 0:
                    model.Texts.Check(text.Value, "a constant", text.Position);
                    break;
            }
        }

        foreach (var (operation, position) in operators)
            TensorFlowNodeJudge.Judge(operation, "a node", position, model);
    }
}
