using System.Buffers.Binary;
using System.Text;
using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Formats.Gguf;

/// <summary>Reads a GGUF header from front to back in the file's byte order, never beyond the end.</summary>
internal sealed class GgufCursor(ByteSource file, bool bigEndian, bool narrow)
{
    private readonly byte[] _buffer = new byte[16 << 10];
    private long _bufferAt;
    private int _filled;

    public long Position { get; set; }

    public long Remaining => file.Length - Position;

    public byte U8(string what) => Take(1, what)[0];

    public ushort U16(string what)
    {
        var bytes = Take(2, what);
        return bigEndian ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes);
    }

    public uint U32(string what)
    {
        var bytes = Take(4, what);
        return bigEndian ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);
    }

    public ulong U64(string what)
    {
        var bytes = Take(8, what);
        return bigEndian ? BinaryPrimitives.ReadUInt64BigEndian(bytes) : BinaryPrimitives.ReadUInt64LittleEndian(bytes);
    }

    /// <summary>A count or a length: 4 bytes in version 1, 8 since.</summary>
    public ulong Count(string what) => narrow ? U32(what) : U64(what);

    /// <summary>Passes over bytes that were checked to be there.</summary>
    public void Skip(long count, string what)
    {
        if (count < 0 || count > Remaining)
            throw new DamagedFileException($"the file ends within {what}", Position);

        Position += count;
    }

    /// <summary>Text of at most <paramref name="most"/> bytes; the rest of it is passed over.</summary>
    public string Text(long length, int most, string what)
    {
        var shown = file.ReadBytes(Position, (int)Math.Min(length, most), what);
        Skip(length, what);
        return Encoding.UTF8.GetString(shown);
    }

    private ReadOnlySpan<byte> Take(int count, string what)
    {
        if (count > Remaining)
            throw new DamagedFileException($"the file ends within {what}", Math.Min(Position, file.Length));

        var at = Position - _bufferAt;
        if (at < 0 || at > _filled - count)
        {
            (_bufferAt, at) = (Position, 0);
            _filled = file.Read(Position, _buffer);
        }

        Position += count;
        return _buffer.AsSpan((int)at, count);
    }
}
