namespace SupplyChainAnalyzers.Core.Formats.Sniffers;

/// <summary>
/// Compressed streams and 7z. What is inside isn't looked at here: decompressing hostile bytes is the scanner's work.
/// </summary>
internal static class CompressionSniffer
{
    private static readonly byte[] SevenZipMagic = [(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C];
    private static readonly byte[] XzMagic = [0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0];
    private static readonly byte[] ZstdMagic = [0x28, 0xB5, 0x2F, 0xFD];
    private static readonly byte[] Lz4Frame = [0x04, 0x22, 0x4D, 0x18];
    private static readonly byte[] Lz4Legacy = [0x02, 0x21, 0x4C, 0x18];
    private static readonly byte[] GZipDeflate = [0x1F, 0x8B, 0x08]; // RFC 1952: the only method there is
    private static readonly byte[] BZip2Block = [0x31, 0x41, 0x59, 0x26, 0x53, 0x59]; // digits of pi open a block
    private static readonly byte[] BZip2End = [0x17, 0x72, 0x45, 0x38, 0x50, 0x90]; // and of its root the end

    public static ModelFormat? Sniff(Head head)
    {
        if (head.Has(0, GZipDeflate))
            return ModelFormats.GZip;
        if (head.Has(0, "BZh") && head[3] is >= '1' and <= '9' && (head.Has(4, BZip2Block) || head.Has(4, BZip2End)))
            return ModelFormats.BZip2;
        if (head.Has(0, XzMagic))
            return ModelFormats.Xz;
        if (head.Has(0, SevenZipMagic))
            return ModelFormats.SevenZip;
        if (head.Has(0, ZstdMagic))
            return ModelFormats.Zstd;
        if (head.Has(0, "ZF0x")) // joblib before 0.10: zlib behind its size in hexadecimal text
            return ModelFormats.ZLib;
        return head.Has(0, Lz4Frame) || head.Has(0, Lz4Legacy) ? ModelFormats.Lz4 : null;
    }

    /// <summary>Two formats with hardly a signature; asked last.</summary>
    public static ModelFormat? Weak(Head head) => IsLzma(head) ? ModelFormats.Lzma : IsZLib(head) ? ModelFormats.ZLib : null;

    // LZMA alone: properties (1, 5D by default) · dictionary size (4) · size (8, all ones when unknown) · the coder's first byte, 0.
    private static bool IsLzma(Head head)
    {
        const int SmallestDictionary = 4096;
        const long LargestSize = 1L << 48;
        var dictionary = head.U32(1);
        var isPower = dictionary >= SmallestDictionary && (dictionary & (dictionary - 1)) == 0;
        var unknownSize = head.U32(5) == uint.MaxValue && head.U32(9) == uint.MaxValue;
        return head[0] == 0x5D && isPower && (unknownSize || head.I64(5) is >= 0 and <= LargestSize) && head[13] == 0;
    }

    // RFC 1950: method 8 and window (1, 78 for 32 KiB) · flags (1), together a multiple of 31 · deflate. Block type 3 is reserved.
    private static bool IsZLib(Head head)
    {
        const int PresetDictionary = 0x20;
        if (head[0] != 0x78 || head[2] < 0 || ((head[0] << 8) | head[1]) % 31 != 0 || (head[1] & PresetDictionary) != 0)
            return false;

        var blockType = (head[2] >> 1) & 3;
        return blockType is 1 or 2 || (blockType == 0 && (head.U16(3) ^ head.U16(5)) == 0xFFFF);
    }
}
