using System.Buffers.Binary;
using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Containers;

/// <summary>
/// Programs for operating systems, told by structure and not by two letters: ELF (System V ABI, chapter 4), PE (Microsoft
/// PE/COFF §3), Mach-O (mach-o/loader.h), and scripts that name their interpreter.
/// </summary>
internal static class NativeProgram
{
    /// <summary>What a script is called here: also found at the head of honest source files.</summary>
    public const string Script = "a script";

    private const int HeadSize = 64;

    /// <summary>What starts at a place, as "a Windows program"; null when it is none.</summary>
    public static string? Find(ByteSource file, long offset)
    {
        Span<byte> head = stackalloc byte[HeadSize];
        head = head[..file.Read(offset, head)];
        if (IsElf(head))
            return "a Linux program";
        if (IsPe(file, offset, head))
            return "a Windows program";
        if (IsMachO(head))
            return "a macOS program";

        return head.StartsWith("#!/bin/"u8) || head.StartsWith("#!/usr/"u8) || head.StartsWith("#! /bin/"u8) || head.StartsWith("#! /usr/"u8) ? Script : null;
    }

    // magic 4 · class 1 or 2 · byte order 1 or 2 · version 1: no number of a tensor looks so by chance.
    private static bool IsElf(ReadOnlySpan<byte> head) =>
        head.Length >= 16 && head.StartsWith("\u007fELF"u8) && head[4] is (1 or 2) && head[5] is (1 or 2) && head[6] == 1;

    // MZ · place of the PE header (4 at 60) · there: PE 0 0, machine 2.
    private static bool IsPe(ByteSource file, long offset, ReadOnlySpan<byte> head)
    {
        if (head.Length < HeadSize || !head.StartsWith("MZ"u8))
            return false;

        Span<byte> header = stackalloc byte[24];
        var place = BinaryPrimitives.ReadUInt32LittleEndian(head[60..]);
        return place is >= 4 and < 1 << 20
            && file.Read(offset + place, header) == header.Length
            && header.StartsWith("PE\0\0"u8)
            && BinaryPrimitives.ReadUInt16LittleEndian(header[4..]) is 0x14c or 0x8664 or 0xaa64 or 0x1c0 or 0x1c4 or 0x200;
    }

    // magic 4 · processor 4 · its kind 4 · type 4: 1–12 · commands 4 · their size 4. Fat: CAFEBABE, then fewer programs than Java has versions.
    private static bool IsMachO(ReadOnlySpan<byte> head)
    {
        if (head.Length < 28)
            return false;

        var magic = BinaryPrimitives.ReadUInt32BigEndian(head);
        if (magic == 0xCAFEBABE)
            return BinaryPrimitives.ReadUInt32BigEndian(head[4..]) is > 0 and < 30 && IsProcessor(BinaryPrimitives.ReadUInt32BigEndian(head[8..]));

        return magic is 0xCFFAEDFE or 0xCEFAEDFE
            && IsProcessor(BinaryPrimitives.ReadUInt32LittleEndian(head[4..]))
            && BinaryPrimitives.ReadUInt32LittleEndian(head[12..]) is >= 1 and <= 12;
    }

    private static bool IsProcessor(uint kind) => (kind & 0x00FFFFFF) is 7 or 12 or 18; // x86, ARM, PowerPC; the top byte says 64-bit
}
