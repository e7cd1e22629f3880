using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Formats.Plain;

/// <summary>Whether what starts as a text stays one to its end.</summary>
internal static class TextContent
{
    private const int BlockSize = 64 << 10;

    /// <summary>Offset of the first zero byte of a text in UTF-8; null when there is none.</summary>
    public static long? FirstZero(ByteSource source)
    {
        var block = new byte[BlockSize];
        for (long offset = 0; offset < source.Length; offset += BlockSize)
        {
            var count = source.Read(offset, block);
            if (offset == 0 && count >= 2 && block[0] is 0xff or 0xfe && block[1] is 0xff or 0xfe)
                return null; // UTF-16

            if (block.AsSpan(0, count).IndexOf((byte)0) is >= 0 and var at)
                return offset + at;
        }

        return null;
    }
}
