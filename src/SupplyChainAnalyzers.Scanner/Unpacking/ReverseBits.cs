using System.Numerics;
using SupplyChainAnalyzers.Scanner.Formats;

namespace SupplyChainAnalyzers.Scanner.Unpacking;

/// <summary>Zstandard's bit streams, read from their end; the highest set bit of the last byte is their mark. Zeros precede them.</summary>
internal ref struct ReverseBits
{
    private readonly ReadOnlySpan<byte> _bytes;
    private int _left;

    /// <exception cref="DamagedFileException">There is no mark.</exception>
    public ReverseBits(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length == 0 || bytes[^1] == 0)
            throw new DamagedFileException("a Zstandard bit stream has no end", 0);

        _bytes = bytes;
        _left = (bytes.Length * 8) - 8 + BitOperations.Log2(bytes[^1]);
    }

    /// <summary>Whether more was read than there is.</summary>
    public readonly bool IsOverrun => _left < 0;

    /// <summary>Bits not read.</summary>
    public readonly int Left => _left;

    /// <summary>Up to 32 bits.</summary>
    public ulong Read(int count)
    {
        var value = Peek(count);
        _left -= count;
        return value;
    }

    public readonly ulong Peek(int count)
    {
        if (count == 0 || _left <= 0)
            return 0;

        var start = _left - count;
        if (start < 0)
            return Bits(0, _left) << -start;

        return Bits(start, count);
    }

    public void Skip(int count) => _left -= count;

    private readonly ulong Bits(int start, int count)
    {
        ulong value = 0;
        var first = start >> 3;
        for (var i = Math.Min(7, _bytes.Length - 1 - first); i >= 0; i--)
            value = (value << 8) | _bytes[first + i];

        return (value >> (start & 7)) & ((1UL << count) - 1);
    }
}
