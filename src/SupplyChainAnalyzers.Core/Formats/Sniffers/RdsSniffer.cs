namespace SupplyChainAnalyzers.Core.Formats.Sniffers;

/// <summary>
/// R's serialization, uncompressed. Spec: R Internals 1.8. <c>X LF</c> and version 2 or 3 (4, big-endian), <c>B LF</c>
/// (little-endian), <c>A LF</c> and the digit; a saved workspace puts <c>RDX3 LF</c> before it. R compresses by default: gzip is found then.
/// </summary>
internal static class RdsSniffer
{
    public static ModelFormat? Sniff(Head head)
    {
        var workspace = head.Has(0, "RD") && head[2] is 'X' or 'A' or 'B' && head[3] is '2' or '3' && head[4] == '\n';
        var at = head.Has(0, "RD") && workspace ? 5 : 0;
        var isXdr = head.Has(at, "X\n\0\0\0") && head[at + 5] is 2 or 3;
        var isNative = head.Has(at, "B\n") && head[at + 2] is 2 or 3 && head.Has(at + 3, "\0\0\0");
        var isAscii = head.Has(at, "A\n2\n") || head.Has(at, "A\n3\n");
        return isXdr || isNative || isAscii ? ModelFormats.Rds : null;
    }
}
