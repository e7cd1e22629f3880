namespace SupplyChainAnalyzers.Core.Formats.Sniffers;

/// <summary>
/// Flat buffers with a file identifier. Spec: flatbuffers.dev, Internals. Offset of the root table (4, little-endian) ·
/// identifier (4): <c>TFL3</c> TensorFlow Lite · <c>ORTM</c> ONNX Runtime · <c>ET12</c> ExecuTorch (the digits are its schema).
/// </summary>
internal static class FlatBufferSniffer
{
    private const int IdentifierAt = 4;
    private const int SmallestRootOffset = 8;

    public static ModelFormat? Sniff(Head head)
    {
        var root = head.U32(0);
        if (root < SmallestRootOffset || root >= head.FileSize)
            return null;

        if (head.Has(IdentifierAt, "TFL3"))
            return ModelFormats.TfLite;
        if (head.Has(IdentifierAt, "ORTM"))
            return ModelFormats.Ort;
        return head.Has(IdentifierAt, "ET") && head[6] is >= '0' and <= '9' && head[7] is >= '0' and <= '9' ? ModelFormats.ExecuTorch : null;
    }
}
