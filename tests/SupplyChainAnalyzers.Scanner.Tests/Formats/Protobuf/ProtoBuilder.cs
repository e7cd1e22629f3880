using System.Buffers.Binary;
using System.Text;

namespace SupplyChainAnalyzers.Scanner.Tests.Formats.Protobuf;

/// <summary>Writes protobuf messages field by field, right ones and wrong ones.</summary>
internal sealed class ProtoBuilder
{
    private readonly List<byte> _bytes = [];

    public byte[] Bytes => [.. _bytes];

    public ProtoBuilder Number(int field, long value)
    {
        Varint((ulong)field << 3);
        return Varint((ulong)value);
    }

    public ProtoBuilder Float(int field, float value)
    {
        Varint(((ulong)field << 3) | 5);
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteSingleLittleEndian(bytes, value);
        return Raw(bytes);
    }

    public ProtoBuilder Text(int field, string text) => Data(field, Encoding.UTF8.GetBytes(text));

    public ProtoBuilder Message(int field, ProtoBuilder inner) => Data(field, inner.Bytes);

    public ProtoBuilder Data(int field, byte[] data)
    {
        Varint(((ulong)field << 3) | 2);
        Varint((ulong)data.Length);
        return Raw(data);
    }

    public ProtoBuilder Raw(ReadOnlySpan<byte> bytes)
    {
        _bytes.AddRange(bytes);
        return this;
    }

    public ProtoBuilder Varint(ulong value)
    {
        for (; value > 0x7F; value >>= 7)
            _bytes.Add((byte)(value | 0x80));
        _bytes.Add((byte)value);
        return this;
    }
}
