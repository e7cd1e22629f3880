using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Scanner.Formats.Graphs;
using SupplyChainAnalyzers.Scanner.Formats.Protobuf;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.TensorFlow;

/// <summary>What the readers of one model's parts share.</summary>
internal sealed class TensorFlowModel(ScanContext context)
{
    private const int MaxNodes = 4_000_000;
    private const int MaxFunctions = 200_000;
    private const int MaxTold = 10_000; // far more than are shown

    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
    private readonly HashSet<string> _functions = new(StringComparer.Ordinal);
    private int _nodes;

    public ScanContext Context { get; } = context;

    public GraphTexts Texts { get; } = new(context);

    public void TakeNode(long offset)
    {
        if (++_nodes > MaxNodes)
            throw new LimitExceededException($"its graph has more than {MaxNodes} nodes", offset);
    }

    /// <summary>A function in the model's own library: nodes call it by its name as if it were an operator.</summary>
    public void Define(string function, long offset)
    {
        _functions.Add(function);
        if (_functions.Count > MaxFunctions)
            throw new LimitExceededException($"it defines more than {MaxFunctions} functions", offset);
    }

    public bool Defines(string operation) => _functions.Contains(operation);

    public void ReportOnce(string key, Rule rule, string message, long offset, Severity? severity = null, string? symbol = null)
    {
        if (_told.Count < MaxTold && _told.Add(key))
            Context.Report(rule, message, offset, severity, symbol);
    }

    /// <summary>TensorFlow adds fields with nearly every release and skips those it does not know: a note.</summary>
    public void UnknownField(ProtoReader message, string kind) => ReportOnce(
        "field " + kind,
        Rules.TrailingData,
        $"holds data that is not known here in {kind} (field {message.Field}); TensorFlow skips it",
        message.Offset,
        message.Length > MaxUnknown ? Severity.Low : Severity.Info);

    /// <summary>A field of the file itself that its kind of file does not have.</summary>
    public void ForeignField(ProtoReader file) => ReportOnce(
        "foreign",
        Rules.TrailingData,
        $"holds field {file.Field} in a form that this kind of file does not have, so loaders may take it for another kind; do not use it",
        file.Offset,
        Severity.Medium);

    private const int MaxUnknown = 256; // bytes: a new option is short
}
