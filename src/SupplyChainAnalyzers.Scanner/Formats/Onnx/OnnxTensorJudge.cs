using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.Scanner.Formats.Onnx;

/// <summary>
/// Whether a tensor's shape and type account for its data: native loaders have trusted one and read the other
/// (out-of-bounds reads and memory exhaustion in shape inference and external data, e.g. CVE-2024-27319).
/// </summary>
internal static class OnnxTensorJudge
{
    /// <summary>Elements no machine holds; also far above what fits into 64 bits of bytes.</summary>
    private static readonly UInt128 MaxElements = (UInt128)1 << 48;

    public static void Judge(OnnxTensor tensor, OnnxModel model, OnnxPlace place)
    {
        if (tensor.IsExternal || tensor.External.Count > 0)
            OnnxExternalData.Judge(tensor, model, place);
        if (tensor.IsSegment)
            Lie(model, tensor, $"has only a part of {place}, which no loader supports", Severity.Medium);
        if (JudgeDimensions(tensor, model, place) is not { } elements)
            return;

        if (OnnxType.Bits(tensor.Type) is { } bits)
            JudgeLength(tensor, model, place, elements, bits);
        else if (tensor.Entries > 0 || tensor.RawLength > 0)
            Lie(model, tensor, $"has values of a type that ONNX does not define ({tensor.Type}) in {place}", Severity.Medium);
    }

    /// <summary>The number of elements; null when the shape is no shape.</summary>
    public static UInt128? JudgeDimensions(OnnxTensor tensor, OnnxModel model, OnnxPlace place)
    {
        UInt128 elements = 1;
        var isNegative = tensor.HasTooManyDimensions;
        foreach (var dimension in tensor.Dimensions)
        {
            isNegative |= dimension < 0;
            elements = dimension < 0 || (dimension > 0 && elements > UInt128.MaxValue / (ulong)dimension) ? UInt128.MaxValue : elements * (ulong)dimension;
        }

        if (!isNegative && elements <= MaxElements)
            return elements;

        Lie(model, tensor, $"claims an impossible shape for {place}: {string.Join(" × ", tensor.Dimensions.Take(8))}", Severity.High);
        return null;
    }

    // As long as the elements take; an external tensor is measured by what it says of the file.
    private static void JudgeLength(OnnxTensor tensor, OnnxModel model, OnnxPlace place, UInt128 elements, int bits)
    {
        if (tensor.RawLength is { } raw && bits > 0)
        {
            if (((elements * (ulong)bits) + 7) / 8 != (ulong)raw)
                Lie(model, tensor, $"claims {elements} elements for {place}, but holds {raw} bytes of data", Severity.High);
        }
        else if (tensor.RawLength > 0)
        {
            Lie(model, tensor, $"has texts as raw bytes in {place}, which ONNX forbids", Severity.Medium);
        }
        else if (tensor.Entries > 0 ? !OnnxType.Fits(tensor.Type, elements, tensor.Entries) : elements > 0 && !tensor.IsExternal && tensor.External.Count == 0)
        {
            Lie(model, tensor, $"claims {elements} elements for {place}, but holds {tensor.Entries} values", tensor.Entries == 0 && elements < 1 << 20 ? Severity.Medium : Severity.High);
        }
    }

    private static void Lie(OnnxModel model, OnnxTensor tensor, string message, Severity severity) =>
        model.Context.Report(Rules.TensorSizeLie, message + ": loaders that believe it read or write outside their memory; do not use it", tensor.Offset, severity);
}
