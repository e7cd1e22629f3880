using System.Buffers.Binary;
using System.Text;
using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Formats.Zip;

/// <summary>
/// The central directory of a zip archive (APPNOTE 6.3.10 §4.3.12). Read strictly: what loaders could read in two ways
/// is damage. Each entry is a header of 46 bytes, then name, extra field and comment.
/// </summary>
internal static class ZipDirectory
{
    /// <summary>The largest checkpoints have some ten thousand tensors.</summary>
    public const int MaxEntries = 200_000;

    /// <summary>Bytes: <see cref="MaxEntries"/> of ordinary length.</summary>
    public const long MaxSize = 64L << 20;

    private const uint Signature = 0x02014b50; // PK 1 2
    private const int HeaderSize = 46;
    private const int EncryptedFlag = 1;

    /// <exception cref="DamagedFileException">There is no directory, or it can be read in two ways, or it exceeds a limit.</exception>
    public static IReadOnlyList<ZipEntry> Read(ByteSource file)
    {
        var place = ZipEnd.Find(file) ?? throw new DamagedFileException("it has no end record: it was cut, or something was added", file.Length);
        var end = ZipEnd.Read(file, place);
        if (end.Entries > MaxEntries || end.DirectorySize > MaxSize)
            throw new DamagedFileException($"its directory has {end.Entries} entries in {end.DirectorySize} bytes, more than {MaxEntries} in {MaxSize}", end.Offset);
        if (end.DirectoryOffset > (ulong)end.DirectoryEnd || end.DirectoryOffset + end.DirectorySize != (ulong)end.DirectoryEnd)
            throw new DamagedFileException("its directory does not end where its end record starts", end.Offset);

        var entries = new List<ZipEntry>((int)end.Entries);
        var offset = (long)end.DirectoryOffset;
        while (offset < end.DirectoryEnd)
        {
            var entry = Entry(file, ref offset);
            if (offset > end.DirectoryEnd)
                throw new DamagedFileException("an entry runs over the end of the directory", end.DirectoryEnd);

            entries.Add(entry);
            if (entries.Count > (int)end.Entries)
                throw new DamagedFileException("its directory holds more entries than its end record counts", offset);
        }

        return entries.Count == (int)end.Entries
            ? entries
            : throw new DamagedFileException($"its directory holds {entries.Count} entries, its end record counts {end.Entries}", end.Offset);
    }

    private static ZipEntry Entry(ByteSource file, ref long offset)
    {
        Span<byte> header = stackalloc byte[HeaderSize];
        file.ReadExactly(offset, header, "its directory");
        if (BinaryPrimitives.ReadUInt32LittleEndian(header) != Signature)
            throw new DamagedFileException("its directory holds something that is no entry", offset);

        var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(header[28..]);
        if (nameLength == 0)
            throw new DamagedFileException("an entry has no name", offset);

        // Names are compared with ASCII ones only: what is not UTF-8 need not be decoded as its author meant.
        var name = Encoding.UTF8.GetString(file.ReadBytes(offset + HeaderSize, nameLength, "the name of an entry"));
        var flags = BinaryPrimitives.ReadUInt16LittleEndian(header[8..]);
        offset += HeaderSize + nameLength + BinaryPrimitives.ReadUInt16LittleEndian(header[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(header[32..]);
        return new ZipEntry(name, (flags & EncryptedFlag) != 0);
    }
}
