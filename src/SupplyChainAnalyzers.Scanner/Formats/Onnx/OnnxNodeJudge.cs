using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Formats.Protobuf;

namespace SupplyChainAnalyzers.Scanner.Formats.Onnx;

/// <summary>
/// What a node reaches by its operator. ONNX's own operators compute; everything else is native or Python code that whoever runs the
/// model has to load, and some of it runs what the model says.
/// </summary>
internal sealed class OnnxNodeJudge(OnnxModel model)
{
    private const int MaxShown = 60;

    /// <summary>Judges a node.</summary>
    /// <param name="node">It.</param>
    /// <param name="fields">Its message, where there is one.</param>
    public void Judge(OnnxNode node, ProtoReader? fields)
    {
        if (OnnxDomains.Defines(node.Domain, node.Operation) || model.Functions.Has(node))
            return;

        switch (OnnxDomains.Reach(node.Operation))
        {
            case "python":
                Runs(node, "runs Python code of the model's choice", Severity.Critical);
                break;
            case "process":
                Runs(node, "starts other programs", Severity.Critical);
                break;
            case "code":
                Runs(node, "runs code or loads a library", Severity.Critical);
                break;
            case "file":
                Runs(node, "reads or writes files", Severity.High);
                break;
            case "network":
                Runs(node, "sends data over the network", Severity.High);
                break;
            case "compiled":
                OnnxCompiledNode.Judge(node, fields, model);
                break;
            case "aten":
                Needs(node, "hands any function of PyTorch the model's data", Severity.Medium);
                break;
            case "extensions" when node.Domain is "ai.onnx.contrib" or "com.microsoft.extensions":
                Needs(node, "is part of onnxruntime-extensions", Severity.Info);
                break;
            default:
                Needs(node, OnnxDomains.IsOfficial(node.Domain) ? "is not one of its operators" : "is no part of ONNX", Severity.Medium);
                break;
        }
    }

    private void Runs(OnnxNode node, string what, Severity severity) => Report(
        node, Rules.GraphRunsCode, $"has the {Subject(node)}, which {what} when the model runs; do not use it", severity);

    private void Needs(OnnxNode node, string what, Severity severity) => Report(
        node, Rules.CustomOperator, $"needs the {Subject(node)}, which {what}: to run it, code from elsewhere has to be loaded; use it only if you know that library", severity);

    private void Report(OnnxNode node, Rule rule, string message, Severity severity)
    {
        var symbol = $"{OnnxDomains.Shown(node.Domain)}.{node.Operation}";
        model.ReportOnce("node " + symbol, rule, message, node.Offset, severity, symbol);
    }

    private static string Subject(OnnxNode node) =>
        $"operator {Printable.Of(node.Operation, MaxShown)} of '{Printable.Of(OnnxDomains.Shown(node.Domain), MaxShown)}' ({node.Place})";
}
