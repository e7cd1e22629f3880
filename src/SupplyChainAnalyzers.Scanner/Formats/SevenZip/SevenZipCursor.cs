using System.Buffers.Binary;

namespace SupplyChainAnalyzers.Scanner.Formats.SevenZip;

/// <summary>Reads the header of a 7z archive (7zFormat.txt) from memory; every count is compared with what is left of it.</summary>
internal sealed class SevenZipCursor(byte[] bytes)
{
    private int _at;

    public int Left => bytes.Length - _at;

    public byte Byte() => _at < bytes.Length ? bytes[_at++] : throw Damaged();

    public ReadOnlySpan<byte> Bytes(long count)
    {
        if (count < 0 || count > Left)
            throw Damaged();

        _at += (int)count;
        return bytes.AsSpan(_at - (int)count, (int)count);
    }

    public uint UInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Bytes(4));

    /// <summary>The first byte's leading ones say how many bytes follow; its rest are the highest bits.</summary>
    public long Number()
    {
        var first = Byte();
        ulong value = 0;
        var mask = 0x80;
        for (var i = 0; i < 8; i++, mask >>= 1)
        {
            if ((first & mask) == 0)
            {
                value |= (ulong)(first & (mask - 1)) << (8 * i);
                break;
            }

            value |= (ulong)Byte() << (8 * i);
        }

        return value <= long.MaxValue ? (long)value : throw Damaged();
    }

    /// <summary>A number of things, each of which takes a bit of the header at least.</summary>
    public int Count()
    {
        var count = Number();
        return count <= 8L * bytes.Length && count <= 1_000_000 ? (int)count : throw Damaged();
    }

    public bool[] Bits(int count)
    {
        var bits = new bool[count];
        var value = 0;
        for (var i = 0; i < count; i++)
        {
            if (i % 8 == 0)
                value = Byte();
            bits[i] = (value & (0x80 >> (i % 8))) != 0;
        }

        return bits;
    }

    /// <summary>Bits, or a mark that all are set.</summary>
    public bool[] OptionalBits(int count)
    {
        if (Byte() == 0)
            return Bits(count);

        var all = new bool[count];
        all.AsSpan().Fill(true);
        return all;
    }

    /// <summary>Checksums of those that have one.</summary>
    public uint?[] Digests(int count)
    {
        var defined = OptionalBits(count);
        var digests = new uint?[count];
        for (var i = 0; i < count; i++)
            digests[i] = defined[i] ? UInt32() : null;

        return digests;
    }

    private static DamagedFileException Damaged() => new("the header of the 7z archive is damaged", 0);
}
