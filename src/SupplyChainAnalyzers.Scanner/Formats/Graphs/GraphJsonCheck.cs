using System.Text.Json;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Graphs;

/// <summary>
/// Graphs that are JSON: MXNet's symbols (<c>nodes[].op</c>; Custom and _Native call Python by a registered name or by an address) and the
/// manifest of a Core ML package (<c>itemInfoEntries.*.path</c>).
/// </summary>
internal sealed class GraphJsonCheck : IContentCheck
{
    private const int MaxLength = 32 << 20;
    private const int MaxDepth = 64;

    public void Check(ByteSource source, ModelFormat format, ScanContext context)
    {
        if (format != ModelFormats.Json || source.Length > MaxLength)
            return;

        var bytes = source.ReadBytes(0, (int)source.Length, "the JSON text");
        if (bytes.AsSpan().IndexOf("\"nodes\""u8) < 0 && bytes.AsSpan().IndexOf("\"itemInfoEntries\""u8) < 0)
            return;

        try
        {
            using var document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = MaxDepth, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return;
            if (document.RootElement.TryGetProperty("nodes", out var nodes) && nodes.ValueKind == JsonValueKind.Array)
                JudgeNodes(nodes, context);
            if (document.RootElement.TryGetProperty("itemInfoEntries", out var items) && items.ValueKind == JsonValueKind.Object)
                JudgeItems(items, context);
        }
        catch (JsonException)
        {
            // JsonScanner has said so.
        }
    }

    private static void JudgeNodes(JsonElement nodes, ScanContext context)
    {
        foreach (var node in nodes.EnumerateArray())
        {
            if (Text(node, "op") is { } operation && operation is ("Custom" or "_Native" or "_NDArray"))
            {
                context.Report(
                    Rules.GraphRunsCode,
                    $"has the operator {operation} (node '{Printable.Of(Text(node, "name"), 60)}'), which calls Python when the model runs; use it only if you know that code",
                    severity: operation == "Custom" ? Severity.Medium : Severity.High,
                    symbol: operation);
            }
        }
    }

    private static void JudgeItems(JsonElement items, ScanContext context)
    {
        foreach (var item in items.EnumerateObject())
        {
            if (Text(item.Value, "path") is { } path && OutsidePath.Fault(path) is { } fault)
                context.Report(Rules.ExternalDataEscape, $"takes a part of the model from '{Printable.Path(path, 100)}', which {fault}; do not load it", symbol: path);
        }
    }

    private static string? Text(JsonElement element, string name)
    {
        try
        {
            return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null; // a half of a surrogate pair
        }
    }
}
