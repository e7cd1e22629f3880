namespace SupplyChainAnalyzers.Core.Formats.Sniffers;

/// <summary>
/// Networks compiled for one device, and for all: TensorRT engine <c>ptrt</c> or <c>ftrt</c> (4), then a small number ·
/// RKNN <c>RKNN</c> or <c>RKNF</c> and four zero bytes, or <c>CYPTRKNN</c> when encrypted · a llamafile begins with the shell
/// header of an Actually Portable Executable, which is text and machine code at once.
/// </summary>
internal static class CompiledSniffer
{
    private const int HighestTensorRtNumber = 0xFFFF;

    public static ModelFormat? Sniff(Head head)
    {
        if ((head.Has(0, "ptrt") || head.Has(0, "ftrt")) && head.U32(4) is >= 0 and <= HighestTensorRtNumber)
            return ModelFormats.TensorRt;
        if (head.Has(0, "RKNN\0\0\0\0") || head.Has(0, "RKNF\0\0\0\0") || head.Has(0, "CYPTRKNN"))
            return ModelFormats.Rknn;
        return head.Has(0, "MZqFpD='") || head.Has(0, "jartsr='") ? ModelFormats.Llamafile : null;
    }
}
