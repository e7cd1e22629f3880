using System.Buffers.Binary;

namespace SupplyChainAnalyzers.Scanner.Formats.Protobuf;

/// <summary>Writes fields into an array of the size they need (<see cref="ProtoMessage.Size"/>). Spec: protobuf.dev, Encoding.</summary>
internal sealed class ProtoWriter(long size)
{
    private readonly byte[] _bytes = size <= Array.MaxLength ? new byte[size] : throw new InvalidOperationException("a message has more than 2 GB");
    private int _count;

    /// <summary>What was written, which has to be all that was announced.</summary>
    public byte[] Bytes => _count == _bytes.Length ? _bytes : throw new InvalidOperationException($"{_count} bytes were written, {_bytes.Length} announced");

    public static int SizeOf(ulong varint)
    {
        var size = 1;
        for (; varint > 0x7F; varint >>= 7)
            size++;
        return size;
    }

    public static ulong Tag(int field, ProtoWire wire) => ((ulong)field << 3) | (ulong)wire;

    public void Raw(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_bytes.AsSpan(_count));
        _count += bytes.Length;
    }

    public void Varint(ulong value)
    {
        for (; value > 0x7F; value >>= 7)
            _bytes[_count++] = (byte)(value | 0x80);
        _bytes[_count++] = (byte)value;
    }

    /// <summary>The lowest <paramref name="size"/> bytes, 4 or 8.</summary>
    public void Fixed(ulong value, int size)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, value);
        Raw(bytes[..size]);
    }
}
