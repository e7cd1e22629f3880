using System.Buffers.Binary;
using System.Text;

namespace SupplyChainAnalyzers.Scanner.Tests.Fuzz;

/// <summary>Writes a file of some format by chance; most numbers are right, some lie.</summary>
internal sealed class FuzzBytes(Random random)
{
    private readonly List<byte> _bytes = new(256);

    public Random Random => random;

    public int Length => _bytes.Count;

    public byte[] ToArray() => [.. _bytes];

    public FuzzBytes Byte(int value)
    {
        _bytes.Add((byte)value);
        return this;
    }

    public FuzzBytes Raw(ReadOnlySpan<byte> bytes)
    {
        _bytes.AddRange(bytes);
        return this;
    }

    public FuzzBytes Text(string text) => Raw(Encoding.UTF8.GetBytes(text));

    public FuzzBytes U16(long value)
    {
        Span<byte> field = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(field, (ushort)value);
        return Raw(field);
    }

    public FuzzBytes U32(long value)
    {
        Span<byte> field = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(field, (uint)value);
        return Raw(field);
    }

    public FuzzBytes U64(long value)
    {
        Span<byte> field = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(field, value);
        return Raw(field);
    }

    /// <summary>The value, or once in a while anything.</summary>
    public long Mostly(long value, int oneIn = 24) => random.Next(oneIn) != 0 ? value : random.Next(5) switch
    {
        0 => value + random.Next(-2, 3),
        1 => 0,
        2 => -1,
        3 => 1L << random.Next(63),
        _ => random.NextInt64(),
    };

    public bool Chance(int oneIn) => random.Next(oneIn) == 0;

    public T Any<T>(params ReadOnlySpan<T> values) => values[random.Next(values.Length)];
}
