using System.Buffers.Binary;

namespace SupplyChainAnalyzers.Scanner.Judging.Constants;

/// <summary>Programs for an operating system by their first bytes: ELF (gABI chapter 4), PE (Microsoft PE/COFF), Mach-O.</summary>
internal static class NativePrograms
{
    private const int PeOffset = 0x3c;

    /// <summary>The name of the kind; null for anything else.</summary>
    public static string? Find(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 20)
            return null;
        if (bytes.StartsWith("\x7f"u8) && bytes[1..].StartsWith("ELF"u8) && bytes[4] is 1 or 2 && bytes[5] is 1 or 2 && bytes[6] == 1)
            return "a Linux program";
        if (bytes.StartsWith("MZ"u8) && IsPe(bytes))
            return "a Windows program";

        return BinaryPrimitives.ReadUInt32BigEndian(bytes) is 0xFEEDFACE or 0xFEEDFACF or 0xCEFAEDFE or 0xCFFAEDFE ? "a macOS program" : null;
    }

    private static bool IsPe(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOf("This program cannot be run in DOS mode"u8) >= 0)
            return true;

        return bytes.Length >= PeOffset + 4
            && BinaryPrimitives.ReadUInt32LittleEndian(bytes[PeOffset..]) is var header
            && header <= bytes.Length - 4u
            && bytes[(int)header..].StartsWith("PE\0\0"u8);
    }
}
