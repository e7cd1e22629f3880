using System.Buffers.Binary;
using System.Text;
using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Formats.Zip;

/// <summary>Reads both kinds of zip headers as tolerantly as the most tolerant loader.</summary>
internal static class ZipRecordReader
{
    public const uint LocalSignature = 0x04034b50; // PK 3 4
    public const uint CentralSignature = 0x02014b50; // PK 1 2

    private const int LocalSize = 30;
    private const int CentralSize = 46;
    private const int Zip64Field = 0x0001;
    private const int UnicodePathField = 0x7075;
    private const uint Masked = uint.MaxValue; // the number stands in the zip64 field

    /// <summary>The local header at a place; null when there is none.</summary>
    public static ZipRecord? Local(ByteSource file, long offset)
    {
        Span<byte> header = stackalloc byte[LocalSize];
        if (offset < 0 || file.Read(offset, header) != LocalSize || BinaryPrimitives.ReadUInt32LittleEndian(header) != LocalSignature)
            return null;

        var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(header[26..]);
        var extraLength = BinaryPrimitives.ReadUInt16LittleEndian(header[28..]);
        var variable = new byte[nameLength + extraLength];
        if (file.Read(offset + LocalSize, variable) != variable.Length)
            return null;

        return Record(header[4..], variable, nameLength, extraLength, offset) with { HeaderLength = LocalSize + variable.Length };
    }

    /// <summary>The directory's entry at a place; null when there is none.</summary>
    /// <param name="file">The archive.</param>
    /// <param name="offset">Where the entry starts.</param>
    /// <param name="shift">What is to be added to the offset of the local header: bytes before the archive that it does not count.</param>
    public static ZipRecord? Central(ByteSource file, long offset, long shift)
    {
        Span<byte> header = stackalloc byte[CentralSize];
        if (offset < 0 || file.Read(offset, header) != CentralSize || BinaryPrimitives.ReadUInt32LittleEndian(header) != CentralSignature)
            return null;

        var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(header[28..]);
        var extraLength = BinaryPrimitives.ReadUInt16LittleEndian(header[30..]);
        var commentLength = BinaryPrimitives.ReadUInt16LittleEndian(header[32..]);
        var variable = new byte[nameLength + extraLength];
        if (file.Read(offset + CentralSize, variable) != variable.Length)
            return null;

        var record = Record(header[6..], variable, nameLength, extraLength, BinaryPrimitives.ReadUInt32LittleEndian(header[42..]));
        return record with
        {
            System = header[5],
            Attributes = BinaryPrimitives.ReadUInt32LittleEndian(header[38..]),
            Offset = unchecked(record.Offset + shift),
            HeaderLength = CentralSize + variable.Length + commentLength,
        };
    }

    // The fields both have in common, from "version needed" on.
    private static ZipRecord Record(ReadOnlySpan<byte> common, byte[] variable, int nameLength, int extraLength, long offset)
    {
        long packed = BinaryPrimitives.ReadUInt32LittleEndian(common[14..]);
        long size = BinaryPrimitives.ReadUInt32LittleEndian(common[18..]);
        var rawName = variable[..nameLength];
        string? unicodeName = null;
        var extra = variable.AsSpan(nameLength, extraLength);
        while (extra.Length >= 4)
        {
            var kind = BinaryPrimitives.ReadUInt16LittleEndian(extra);
            var length = Math.Min(BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]), extra.Length - 4);
            var field = extra.Slice(4, length);
            if (kind == Zip64Field)
                Widen(field, ref size, ref packed, ref offset);
            else if (kind == UnicodePathField && length > 5 && field[0] == 1 && BinaryPrimitives.ReadUInt32LittleEndian(field[1..]) == Unpacking.Crc32.Append(0, rawName))
                unicodeName = Encoding.UTF8.GetString(field[5..]);

            extra = extra[(4 + length)..];
        }

        return new ZipRecord
        {
            Flags = BinaryPrimitives.ReadUInt16LittleEndian(common[2..]),
            Method = BinaryPrimitives.ReadUInt16LittleEndian(common[4..]),
            Crc = BinaryPrimitives.ReadUInt32LittleEndian(common[10..]),
            PackedSize = packed,
            Size = size,
            RawName = rawName,
            Name = Encoding.UTF8.GetString(rawName),
            UnicodeName = unicodeName,
            Offset = offset,
            HeaderLength = 0,
        };
    }

    // §4.5.3: in this order, and only those whose own field is full.
    private static void Widen(ReadOnlySpan<byte> field, ref long size, ref long packed, ref long offset)
    {
        Wide(ref field, ref size);
        Wide(ref field, ref packed);
        Wide(ref field, ref offset);
    }

    private static void Wide(ref ReadOnlySpan<byte> field, ref long value)
    {
        if (value != Masked || field.Length < 8)
            return;

        value = (long)Math.Min(BinaryPrimitives.ReadUInt64LittleEndian(field), long.MaxValue);
        field = field[8..];
    }
}
