namespace SupplyChainAnalyzers.Core.Formats.Sniffers;

/// <summary>
/// MXNet parameters, a list of arrays: number 112 hex (8, little-endian) · 0 (8) · how many arrays (8).
/// </summary>
internal static class MxNetSniffer
{
    private const int ListNumber = 0x112;
    private const int MostArrays = 10_000_000;

    public static ModelFormat? Sniff(Head head) =>
        head.I64(0) == ListNumber && head.I64(8) == 0 && head.I64(16) is >= 0 and <= MostArrays ? ModelFormats.MxNet : null;
}
