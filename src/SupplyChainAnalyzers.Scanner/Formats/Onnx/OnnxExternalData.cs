using System.Globalization;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Formats.Graphs;

namespace SupplyChainAnalyzers.Scanner.Formats.Onnx;

/// <summary>
/// Tensor data in another file (onnx docs/ExternalData.md): location, offset, length, checksum. The location must stay beside
/// the model: loaders have read and, when saving, overwritten any file it names (CVE-2022-25882, CVE-2024-27318,
/// CVE-2024-5187, CVE-2025-51480). Whether that file is there is not looked at.
/// </summary>
internal static class OnnxExternalData
{
    private const int MaxShown = 100;

    public static void Judge(OnnxTensor tensor, OnnxModel model, OnnxPlace place)
    {
        if (tensor.RawLength > 0 || tensor.Entries > 0)
            Report(tensor, model, $"has the data of {place} twice, in the model and in another file, so loaders disagree about it; do not use it", Severity.Medium);

        foreach (var (key, value) in tensor.External)
        {
            if (key == "location")
                JudgeLocation(value, tensor, model, place);
            else if (key is "offset" or "length")
                JudgeNumber(key, value, tensor, model, place);
        }
    }

    private static void JudgeLocation(string location, OnnxTensor tensor, OnnxModel model, OnnxPlace place)
    {
        if (OutsidePath.Fault(location) is not { } fault)
        {
            model.ReportOnce(
                "tensors elsewhere",
                Rules.ExternalTensors,
                $"takes tensors from '{Printable.Path(location, MaxShown)}' beside it; lock and ship both together",
                tensor.Offset,
                symbol: location);
            return;
        }

        model.ReportOnce(
            "location " + location,
            Rules.ExternalDataEscape,
            $"takes the data of {place} from '{Printable.Path(location, MaxShown)}', which {fault}: whoever loads it reads that file, whoever saves it overwrites it; do not load it",
            tensor.Offset,
            symbol: location);
    }

    private static void JudgeNumber(string key, string value, OnnxTensor tensor, OnnxModel model, OnnxPlace place)
    {
        if (!long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            Report(tensor, model, $"gives '{Printable.Of(value, MaxShown)}' as {key} of {place}, which is no place in a file; do not use it", Severity.High);
            return;
        }

        UInt128 elements = 1;
        foreach (var dimension in tensor.Dimensions)
            elements = dimension <= 0 || elements > ulong.MaxValue ? 0 : elements * (ulong)dimension;

        if (key == "length" && elements > 0 && OnnxType.Bits(tensor.Type) is > 0 and var bits && ((elements * (ulong)bits) + 7) / 8 != (ulong)number)
            Report(tensor, model, $"claims {elements} elements for {place}, but {number} bytes of the file beside it; do not use it", Severity.High);
        if (key == "offset" && number > 1L << 56)
            Report(tensor, model, $"has the data of {place} at byte {number} of a file, where no file reaches; do not use it", Severity.High);
    }

    private static void Report(OnnxTensor tensor, OnnxModel model, string message, Severity severity) =>
        model.Context.Report(Rules.TensorSizeLie, message, tensor.Offset, severity);
}
