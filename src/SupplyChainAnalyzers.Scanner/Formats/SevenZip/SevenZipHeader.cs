using System.Buffers.Binary;
using System.Text;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;
using SupplyChainAnalyzers.Scanner.Unpacking;

namespace SupplyChainAnalyzers.Scanner.Formats.SevenZip;

/// <summary>
/// The header of a 7z archive: signature 6 · version 2 · CRC 4 · offset, size (8 each) and CRC (4) of the header proper,
/// which stands at the end and may itself be packed.
/// </summary>
/// <param name="Streams">Packed streams; null when there are none.</param>
/// <param name="Names">Of each member with content, in order; then the others.</param>
/// <param name="Links">Which of them are symbolic links.</param>
/// <param name="End">Where the archive ends.</param>
internal sealed record SevenZipHeader(SevenZipStreams? Streams, IReadOnlyList<string> Names, IReadOnlyList<bool> Links, long End)
{
    public const int SignatureSize = 32;

    private const long MaxSize = 16 << 20;
    private const int MaxPacked = 4; // headers within headers

    /// <exception cref="DamagedFileException">There is none that can be read.</exception>
    public static SevenZipHeader Read(ByteSource file, ScanContext context)
    {
        var offset = (long)Math.Min(file.ReadUInt64(12, "its start"), long.MaxValue / 2);
        var size = (long)Math.Min(file.ReadUInt64(20, "its start"), long.MaxValue / 2);
        var end = SignatureSize + offset + size;
        if (size == 0)
            return new SevenZipHeader(null, [], [], SignatureSize);
        if (size > MaxSize)
            throw new DamagedFileException("the header of the 7z archive is too large", 20);

        var bytes = file.ReadBytes(SignatureSize + offset, (int)size, "its header");
        if (Crc32.Append(0, bytes) != file.ReadUInt32(28, "its start"))
            throw new DamagedFileException("the header of the 7z archive does not fit its checksum", SignatureSize + offset);

        for (var i = 0; i < MaxPacked; i++)
        {
            var cursor = new SevenZipCursor(bytes);
            switch (cursor.Number())
            {
                case 0x01:
                    return Parse(cursor, end);
                case 0x17:
                    bytes = Unpack(file, SevenZipStreams.Read(cursor), context);
                    break;
                default:
                    throw new DamagedFileException("the header of the 7z archive is none", SignatureSize + offset);
            }
        }

        throw new DamagedFileException("the header of the 7z archive is packed too often", SignatureSize + offset);
    }

    private static byte[] Unpack(ByteSource file, SevenZipStreams streams, ScanContext context)
    {
        if (streams is not { Folders: [var folder], PackedSizes: [var packed] } || folder.Size > MaxSize)
            throw new DamagedFileException("the packed header of the 7z archive is damaged", SignatureSize);
        if (folder.Obstacle is { } obstacle)
            throw new DamagedFileException($"the list of its members {obstacle}", SignatureSize);

        var start = SignatureSize + streams.Start;
        if (streams.Start > file.Length || packed > file.Length - start)
            throw new DamagedFileException("the file ends within its header", file.Length);

        var unpacked = Unpacked.Of(() => folder.Open(file, start, packed), packed, context);
        return unpacked.Content.ReadBytes(0, (int)folder.Size, "its header");
    }

    private static SevenZipHeader Parse(SevenZipCursor cursor, long end)
    {
        SevenZipStreams? streams = null;
        for (var kind = cursor.Number(); kind != 0; kind = cursor.Number())
        {
            switch (kind)
            {
                case 0x02: // archive properties
                    while (cursor.Number() != 0)
                        cursor.Bytes(cursor.Number());
                    break;
                case 0x03:
                    SevenZipStreams.Read(cursor);
                    break;
                case 0x04:
                    streams = SevenZipStreams.Read(cursor);
                    break;
                case 0x05:
                    return Files(cursor, streams, end);
                default:
                    throw new DamagedFileException("the header of the 7z archive is damaged", SignatureSize);
            }
        }

        return new SevenZipHeader(streams, [], [], end);
    }

    private static SevenZipHeader Files(SevenZipCursor cursor, SevenZipStreams? streams, long end)
    {
        var count = cursor.Count();
        var names = new string[count];
        var isEmpty = new bool[count];
        var isLink = new bool[count];
        for (var kind = cursor.Number(); kind != 0; kind = cursor.Number())
        {
            var property = new SevenZipCursor(cursor.Bytes(cursor.Number()).ToArray());
            if (kind == 0x0E)
                isEmpty = property.Bits(count);
            else if (kind == 0x11 && property.Byte() == 0)
                ReadNames(property, names);
            else if (kind == 0x15)
                ReadLinks(property, isLink);
        }

        var order = Enumerable.Range(0, count).OrderBy(i => isEmpty[i]).ToList();
        return new SevenZipHeader(streams, [.. order.Select(i => names[i] ?? "")], [.. order.Select(i => isLink[i])], end);
    }

    private static void ReadNames(SevenZipCursor cursor, string[] names)
    {
        for (var i = 0; i < names.Length; i++)
        {
            var name = new StringBuilder();
            for (var unit = BinaryPrimitives.ReadUInt16LittleEndian(cursor.Bytes(2)); unit != 0; unit = BinaryPrimitives.ReadUInt16LittleEndian(cursor.Bytes(2)))
                name.Append((char)unit);

            names[i] = name.ToString();
        }
    }

    // The upper half holds the Unix mode if 8000 is set (p7zip).
    private static void ReadLinks(SevenZipCursor cursor, bool[] isLink)
    {
        var defined = cursor.OptionalBits(isLink.Length);
        if (cursor.Byte() != 0)
            return;

        for (var i = 0; i < isLink.Length; i++)
        {
            if (!defined[i])
                continue;

            var attributes = cursor.UInt32();
            isLink[i] = (attributes & 0x8000) != 0 && attributes >> 28 == 0xA;
        }
    }
}
