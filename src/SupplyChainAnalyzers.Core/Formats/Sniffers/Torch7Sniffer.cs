namespace SupplyChainAnalyzers.Core.Formats.Sniffers;

/// <summary>
/// Torch for Lua. Binary: object type 4 (4, little-endian) · index (4) · length of the version text (4) · <c>V 1</c>;
/// files older than the version text have the class name in its place. In text form the same, one number a line.
/// </summary>
internal static class Torch7Sniffer
{
    private const int TorchObject = 4;
    private const int LongestClassName = 128;

    public static ModelFormat? Sniff(Head head)
    {
        if (head.Has(0, "4\n1\n3\nV 1\n"))
            return ModelFormats.Torch7;
        if (head.U32(0) != TorchObject || head.U32(4) != 1)
            return null;

        var length = head.U32(8);
        var versioned = length == 3 && head.Has(12, "V 1");
        var isClass = length is > 3 and <= LongestClassName && head.IsName(12, length)
            && (head.Has(12, "nn.") || head.Has(12, "torch.") || head.Has(12, "cudnn."));
        return versioned || isClass ? ModelFormats.Torch7 : null;
    }
}
