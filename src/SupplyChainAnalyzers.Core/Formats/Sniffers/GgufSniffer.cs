namespace SupplyChainAnalyzers.Core.Formats.Sniffers;

/// <summary>
/// GGUF. Spec: ggml docs/gguf.md. Header: <c>GGUF</c> (4) · version (4) · tensor count (8; 4 in version 1) · metadata count (8).
/// Little-endian; since version 3 a file may be big-endian, which its version shows. A version unknown today still is
/// a GGUF: whether it can be inspected is the scanner's to say.
/// </summary>
internal static class GgufSniffer
{
    private const int HighestPlausibleVersion = 255;

    public static ModelFormat? Sniff(Head head)
    {
        if (!head.Has(0, "GGUF"))
            return null;

        var little = head.U32(4);
        var big = (head[4] << 24) | (head[5] << 16) | (head[6] << 8) | head[7];
        return little is >= 1 and <= HighestPlausibleVersion || big is >= 1 and <= HighestPlausibleVersion ? ModelFormats.Gguf : null;
    }
}
