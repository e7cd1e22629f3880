using System.Buffers.Binary;
using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Formats.Zip;

/// <summary>
/// The end record of a zip archive, by which loaders find everything else (APPNOTE 6.3.10 §4.3.14–16).
/// </summary>
/// <param name="Offset">Where the record stands.</param>
/// <param name="Entries">Number of entries.</param>
/// <param name="DirectorySize">Bytes of the central directory.</param>
/// <param name="DirectoryOffset">Where it starts.</param>
/// <param name="DirectoryEnd">Where it must end: at the first of the end records.</param>
internal sealed record ZipEnd(long Offset, ulong Entries, ulong DirectorySize, ulong DirectoryOffset, long DirectoryEnd)
{
    private const uint Signature = 0x06054b50; // PK 5 6
    private const int Size = 22; // signature 4, disks 2+2, entries 2+2, size 4, offset 4, comment length 2
    private const int MaxComment = ushort.MaxValue;
    private const uint LocatorSignature = 0x07064b50; // PK 6 7
    private const int LocatorSize = 20; // signature 4, disk 4, offset 8, disks 4
    private const uint Signature64 = 0x06064b50; // PK 6 6
    private const int Size64 = 56; // signature 4, size 8, versions 2+2, disks 4+4, entries 8+8, size 8, offset 8

    /// <summary>Where the last record stands whose comment ends where the file does; null when there is none.</summary>
    public static long? Find(ByteSource file)
    {
        var tail = new byte[Math.Min(file.Length, Size + MaxComment)];
        var start = file.Length - tail.Length;
        if (file.Read(start, tail) != tail.Length)
            return null;

        for (var i = tail.Length - Size; i >= 0; i--)
        {
            var record = tail.AsSpan(i, Size);
            if (BinaryPrimitives.ReadUInt32LittleEndian(record) == Signature && i + Size + BinaryPrimitives.ReadUInt16LittleEndian(record[20..]) == tail.Length)
                return start + i;
        }

        return null;
    }

    /// <summary>The record at a place that <see cref="Find"/> gave, in its 64-bit form if there is one.</summary>
    /// <exception cref="DamagedFileException">There should be one, and it is not where it should be.</exception>
    public static ZipEnd Read(ByteSource file, long offset)
    {
        return Read64(file, offset) ?? ReadNarrow(file, offset);
    }

    /// <summary>The same in its 32-bit form, whatever stands before it.</summary>
    public static ZipEnd ReadNarrow(ByteSource file, long offset)
    {
        Span<byte> record = stackalloc byte[Size];
        file.ReadExactly(offset, record, "its end record");
        return new ZipEnd(
            offset,
            BinaryPrimitives.ReadUInt16LittleEndian(record[10..]),
            BinaryPrimitives.ReadUInt32LittleEndian(record[12..]),
            BinaryPrimitives.ReadUInt32LittleEndian(record[16..]),
            offset);
    }

    private static ZipEnd? Read64(ByteSource file, long offset)
    {
        Span<byte> locator = stackalloc byte[LocatorSize];
        if (offset < LocatorSize || file.Read(offset - LocatorSize, locator) != LocatorSize || BinaryPrimitives.ReadUInt32LittleEndian(locator) != LocatorSignature)
            return null;

        var place = BinaryPrimitives.ReadUInt64LittleEndian(locator[8..]);
        Span<byte> record = stackalloc byte[Size64];
        if (place > (ulong)offset || file.Read((long)place, record) != Size64 || BinaryPrimitives.ReadUInt32LittleEndian(record) != Signature64)
            throw new DamagedFileException("the zip64 end record is not where its locator says", offset - LocatorSize);

        return new ZipEnd(
            offset,
            BinaryPrimitives.ReadUInt64LittleEndian(record[32..]),
            BinaryPrimitives.ReadUInt64LittleEndian(record[40..]),
            BinaryPrimitives.ReadUInt64LittleEndian(record[48..]),
            (long)place);
    }
}
