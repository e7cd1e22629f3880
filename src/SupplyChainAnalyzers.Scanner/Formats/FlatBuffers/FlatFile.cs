using SupplyChainAnalyzers.Scanner.Formats.Protobuf;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.FlatBuffers;

/// <summary>
/// A flat buffer in a source (flatbuffers.dev, Internals): tables point forward to what they hold, and backward or forward to a list of
/// field offsets. Everything is held against the file before it is read; native readers trust it unless they verify first.
/// </summary>
internal sealed class FlatFile(ByteSource source)
{
    // The same bytes may be pointed to from many places: what is read counts, not what is there. The largest graphs have some
    // hundred thousand tables.
    private const long MaxRead = 1L << 30;
    private const int TableCost = 32;

    private readonly ByteWindow _window = new(source);
    private long _read;

    public ByteSource Source { get; } = source;

    public FlatTable Root() => Table(UInt32(0));

    /// <summary>The table at a place in the file.</summary>
    public FlatTable Table(long position)
    {
        Take(TableCost, position);
        var fields = position - Int32(position);
        var length = UInt16(fields);
        var size = UInt16(fields + 2);
        if (length < 4 || (length & 1) != 0 || size < 4 || fields > Source.Length - length || position > Source.Length - size)
            throw new DamagedFileException("a table has no valid list of fields", position);

        return new FlatTable(this, position, fields, length, size);
    }

    /// <summary>Where the offset at <paramref name="position"/> points: always forward.</summary>
    public long Follow(long position)
    {
        var offset = UInt32(position);
        return offset != 0 && offset < Source.Length - position ? position + offset : throw new DamagedFileException("an offset leads out of the file", position);
    }

    public byte Byte(long position) => position >= 0 && position < Source.Length ? _window.At(position) : throw new DamagedFileException("the file ends within a table", Math.Clamp(position, 0, Source.Length));

    public ushort UInt16(long position) => (ushort)(Byte(position) | (Byte(position + 1) << 8));

    public uint UInt32(long position) => UInt16(position) | ((uint)UInt16(position + 2) << 16);

    public int Int32(long position) => (int)UInt32(position);

    public ulong UInt64(long position) => UInt32(position) | ((ulong)UInt32(position + 4) << 32);

    /// <summary>At most <paramref name="max"/> bytes.</summary>
    public byte[] Bytes(long position, long count, int max)
    {
        Take(Math.Min(count, max), position);
        return Source.ReadBytes(position, (int)Math.Min(count, max), "a text");
    }

    /// <summary>So many bytes more are read.</summary>
    public void Take(long bytes, long position)
    {
        if ((_read += bytes) > MaxRead)
            throw new LimitExceededException("it points to the same bytes again and again", position);
    }
}
