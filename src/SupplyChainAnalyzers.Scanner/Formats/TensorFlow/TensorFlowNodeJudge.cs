using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Formats.Graphs;

namespace SupplyChainAnalyzers.Scanner.Formats.TensorFlow;

/// <summary>What a node reaches by its operator: most compute; some read, write, call out or run Python as soon as the graph runs.</summary>
internal static class TensorFlowNodeJudge
{
    private static readonly Lazy<OperatorTable> Operators = OperatorTable.Named("tensorflow-operators");

    public static bool IsKnown(string operation) => Operators.Value.KeyOf(operation) is not null;

    public static void Judge(TensorFlowNode node, TensorFlowModel model) => Judge(node.Operation, node.Place, node.Offset, model);

    /// <summary>Judges an operator that stands in <paramref name="place"/>, in words that are safe to show.</summary>
    public static void Judge(string operation, string place, long offset, TensorFlowModel model)
    {
        switch (Operators.Value.KeyOf(operation))
        {
            case "compute":
                break;
            case "python":
                Runs("runs Python code", Severity.Critical);
                break;
            case "process":
                Runs("starts other programs", Severity.Critical);
                break;
            case "write":
                Runs("writes files", Severity.High);
                break;
            case "read":
                Runs("reads or lists files", Severity.High);
                break;
            case "network":
                Runs("connects to other machines", Severity.High);
                break;
            case "data":
                Runs("reads or writes files (graphs for training do)", Severity.Medium);
                break;
            case "native":
                Runs("runs native code or stops the program", Severity.Medium);
                break;
            case "addon":
                Needs("is part of a known library for TensorFlow", Severity.Info);
                break;
            default:
                if (!model.Defines(operation))
                    Needs("is no part of TensorFlow", Severity.Medium);
                break;
        }

        void Runs(string what, Severity severity) => model.ReportOnce(
            "node " + operation,
            Rules.GraphRunsCode,
            $"has the operator {Printable.Of(operation, 60)} ({place}), which {what} when the model runs; {(severity >= Severity.High ? "do not use it" : "use it only if you know why it does")}",
            offset,
            severity,
            operation);

        void Needs(string what, Severity severity) => model.ReportOnce(
            "node " + operation,
            Rules.CustomOperator,
            $"needs the operator {Printable.Of(operation, 60)} ({place}), which {what}: to run it, code from elsewhere has to be loaded; use it only if you know that library",
            offset,
            severity,
            operation);
    }
}
