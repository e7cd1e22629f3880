using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Scanner.Formats;
using SupplyChainAnalyzers.Scanner.Formats.Onnx;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Behavior.Engine;

/// <summary>
/// Which models are run at all: those whose every operator is ONNX's or ONNX Runtime's own and computes and nothing else, and whose every
/// tensor lies where it may. The static scanner has the say; ONNX Runtime is asked only about what passed.
/// </summary>
internal static class ModelGate
{
    private static readonly Rule[] Refused =
        [Rules.CustomOperator, Rules.GraphRunsCode, Rules.ExternalDataEscape, Rules.TensorSizeLie, Rules.Unscannable];

    /// <summary>Why a model is not run; null when it may be.</summary>
    /// <param name="model">A ModelProto.</param>
    /// <param name="mayBeSplit">Whether tensors may lie in files beside it.</param>
    public static string? Refusal(byte[] model, bool mayBeSplit)
    {
        var sink = new FindingSink();
        try
        {
            new OnnxScanner().Scan(new MemorySource(model), ScanContext.ForFile("model.onnx", sink, Neighbours.None));
        }
        catch (Exception e) when (e is DamagedFileException or LimitExceededException)
        {
            return e.Message;
        }

        return sink.Findings.FirstOrDefault(finding => Refused.Contains(finding.Rule) || (!mayBeSplit && finding.Rule == Rules.ExternalTensors)) is { } found
            ? "it " + found.Message
            : null;
    }
}
