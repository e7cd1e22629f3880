using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Scanner.Formats.Graphs;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Onnx;

/// <summary>What the readers of one model's parts share: to whom they report, the functions it defines, what it has cost.</summary>
internal sealed class OnnxModel(ScanContext context)
{
    // The largest published graphs have some hundred thousand; loaders keep every node in memory, about a kilobyte each.
    private const int MaxNodes = 4_000_000;

    private const int MaxTold = 10_000; // far more than are shown

    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
    private int _nodes;

    public ScanContext Context { get; } = context;

    public GraphTexts Texts { get; } = new(context);

    public OnnxFunctions Functions { get; } = new();

    public void TakeNode(long offset)
    {
        if (++_nodes > MaxNodes)
            throw new LimitExceededException($"its graph has more than {MaxNodes} nodes", offset);
    }

    /// <summary>Reports once for each key: a hundred nodes of one unknown operator are one finding.</summary>
    public void ReportOnce(string key, Rule rule, string message, long offset, Severity? severity = null, string? symbol = null)
    {
        if (_told.Count < MaxTold && _told.Add(key))
            Context.Report(rule, message, offset, severity, symbol);
    }

    /// <summary>A field that the message it stands in does not have: loaders skip it, so it serves something else.</summary>
    public void UnknownField(Protobuf.ProtoReader message, string kind) =>
        ReportOnce("field " + kind, Rules.TrailingData, $"holds data that ONNX does not know in {kind} (field {message.Field}); ask its author what it is for", message.Offset);
}
