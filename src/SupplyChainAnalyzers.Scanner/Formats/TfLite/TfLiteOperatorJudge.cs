using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Formats.FlatBuffers;
using SupplyChainAnalyzers.Scanner.Formats.Graphs;
using SupplyChainAnalyzers.Scanner.Formats.TensorFlow;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.TfLite;

/// <summary>OperatorCode: 0 deprecated_builtin_code (byte), 1 custom_code, 2 version, 3 builtin_code; the larger of both codes counts.</summary>
internal static class TfLiteOperatorJudge
{
    private const int Custom = 32;
    private const int Delegate = 51;
    private const int HighestKnown = 255; // 206 today; a runtime refuses what it does not know
    private const int MaxShown = 60;
    private const string Flex = "Flex"; // tensorflow/lite/delegates/flex: TensorFlow's own operator of the name behind it

    private static readonly Lazy<OperatorTable> Operators = OperatorTable.Named("tflite-operators");

    public static void Judge(FlatTable code, ScanContext context)
    {
        var builtin = Math.Max((int)(sbyte)code.Byte(0), code.Int32(3));
        var custom = code.Text(1);
        if (builtin is < 0 or > HighestKnown)
            Report(context, code, Rules.CustomOperator, $"needs operator number {builtin}, which TensorFlow Lite does not define; use it only if you know what runs it", Severity.Medium, custom);
        if (builtin == Delegate)
            context.Unscannable("was prepared for one device, and that part is not inspected; use the model it was made from", code.Position);
        if (builtin == Custom || custom.Length > 0)
            JudgeCustom(custom, code, context);
    }

    private static void JudgeCustom(string name, FlatTable code, ScanContext context)
    {
        var shown = Printable.Of(name, MaxShown);
        if (name.StartsWith(Flex, StringComparison.Ordinal) && TensorFlowNodeJudge.IsKnown(name[Flex.Length..]))
        {
            TensorFlowNodeJudge.Judge(name[Flex.Length..], $"as custom operator '{shown}'", code.Position, new TensorFlowModel(context));
            return;
        }

        switch (Operators.Value.KeyOf(name))
        {
            case "known":
                Report(context, code, Rules.CustomOperator, $"needs the custom operator '{shown}', which comes with a well-known runtime", Severity.Info, name);
                break;
            case "compiled":
                context.Unscannable($"carries a network compiled for one device in the operator '{shown}', which is not inspected; use the model it was compiled from", code.Position);
                break;
            default:
                Report(context, code, Rules.CustomOperator, $"needs the custom operator '{shown}', which no runtime brings along: to run it, code from elsewhere has to be loaded; use it only if you know that library", Severity.Medium, name);
                break;
        }
    }

    private static void Report(ScanContext context, FlatTable code, Rule rule, string message, Severity severity, string symbol) =>
        context.Report(rule, message, code.Position, severity, symbol);
}
