using System.Buffers.Binary;

namespace SupplyChainAnalyzers.Scanner.Formats.Tensors;

/// <summary>
/// Tells a native program by its header, more than its magic: four random bytes are no evidence. ELF (gABI 4), PE (Microsoft
/// PE format), Mach-O (mach-o/loader.h), scripts by their first line.
/// </summary>
internal static class NativeProgram
{
    /// <summary>Bytes of the head that are needed.</summary>
    public const int HeadLength = 4096;

    private const int PeOffsetAt = 0x3C;

    /// <summary>What it is, or null.</summary>
    public static string? Name(ReadOnlySpan<byte> head)
    {
        if (head.Length < 64)
            return null;
        if (head.StartsWith("\u007fELF"u8))
            return head[4] is 1 or 2 && head[5] is 1 or 2 && head[6] == 1 && (head[16] | (head[17] << 8)) is >= 1 and <= 4 or >= 0x100 and <= 0x400 ? "ELF program (Linux)" : null;
        if (head.StartsWith("MZ"u8))
            return IsPe(head) ? "Windows program" : null;
        if (head.StartsWith("#!/"u8) || head.StartsWith("#! /"u8))
            return IsScript(head) ? "script" : null;

        var magic = BinaryPrimitives.ReadUInt32BigEndian(head);
        var second = BinaryPrimitives.ReadUInt32BigEndian(head[4..]);
        var swapped = BinaryPrimitives.ReverseEndianness(second);
        return magic switch
        {
            0xFEEDFACE or 0xFEEDFACF when IsCpu(second) => "macOS program",
            0xCEFAEDFE or 0xCFFAEDFE when IsCpu(swapped) => "macOS program",
            0xCAFEBABE when second is >= 1 and <= 16 && IsCpu(BinaryPrimitives.ReadUInt32BigEndian(head[8..])) => "macOS program",
            _ => null,
        };
    }

    private static bool IsPe(ReadOnlySpan<byte> head)
    {
        var at = BinaryPrimitives.ReadUInt32LittleEndian(head[PeOffsetAt..]);
        return at <= head.Length - 4 && head[(int)at..].StartsWith("PE\0\0"u8);
    }

    private static bool IsScript(ReadOnlySpan<byte> head)
    {
        var end = head.IndexOf((byte)'\n');
        return end is > 4 and < 128 && head[..end].IndexOfAnyExceptInRange((byte)' ', (byte)'~') < 0;
    }

    // x86, ARM, PowerPC, with the 64-bit flag or without.
    private static bool IsCpu(uint type) => (type & 0xFFFFFF) is 7 or 12 or 18 && type >> 24 is 0 or 1 or 2;
}
