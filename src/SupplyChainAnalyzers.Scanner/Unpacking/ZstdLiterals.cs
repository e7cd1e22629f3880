using System.Numerics;
using SupplyChainAnalyzers.Scanner.Formats;

namespace SupplyChainAnalyzers.Scanner.Unpacking;

/// <summary>The literals of a Zstandard block (RFC 8878 §3.1.1.3.1): stored, one byte repeated, or in a prefix code of up to 11 bits.</summary>
internal sealed class ZstdLiterals
{
    private const int MaxSize = 128 << 10;
    private const int MaxBits = 11;

    private byte[] _symbols = []; // by the next bits
    private byte[] _lengths = [];
    private int _bits;

    /// <summary>Reads them, and goes behind them.</summary>
    public byte[] Read(ref ReadOnlySpan<byte> block)
    {
        var kind = At(block, 0) & 3;
        var format = (At(block, 0) >> 2) & 3;
        return kind < 2 ? Plain(ref block, kind == 1, format) : Coded(ref block, kind == 2, format);
    }

    private static byte[] Plain(ref ReadOnlySpan<byte> block, bool isRepeated, int format)
    {
        var (size, header) = format switch
        {
            1 => ((At(block, 0) >> 4) | (At(block, 1) << 4), 2),
            3 => ((At(block, 0) >> 4) | (At(block, 1) << 4) | (At(block, 2) << 12), 3),
            _ => (At(block, 0) >> 3, 1),
        };
        if (size > MaxSize)
            throw Damaged();

        var literals = new byte[size];
        if (isRepeated)
            literals.AsSpan().Fill(At(block, header));
        else
            Part(block, header, size).CopyTo(literals);

        block = block[(header + (isRepeated ? 1 : size))..];
        return literals;
    }

    private byte[] Coded(ref ReadOnlySpan<byte> block, bool hasTree, int format)
    {
        var width = format switch { 2 => 14, 3 => 18, _ => 10 };
        var header = ((2 * width) + 4 + 7) / 8;
        ulong sizes = 0;
        for (var i = header - 1; i >= 0; i--)
            sizes = (sizes << 8) | At(block, i);

        var mask = (1UL << width) - 1;
        var size = (int)((sizes >> 4) & mask);
        var packed = (int)((sizes >> (4 + width)) & mask);
        if (size > MaxSize)
            throw Damaged();

        var content = Part(block, header, packed);
        block = block[(header + packed)..];
        if (hasTree)
            Tree(ref content);
        if (_bits == 0)
            throw Damaged();

        var literals = new byte[size];
        if (format == 0)
        {
            Stream(content, literals);
            return literals;
        }

        var quarter = (size + 3) / 4;
        if (quarter * 3 > size)
            throw Damaged();

        var start = 6;
        for (var i = 0; i < 4; i++)
        {
            var length = i < 3 ? At(content, 2 * i) | (At(content, (2 * i) + 1) << 8) : content.Length - start;
            if (length < 0)
                throw Damaged();

            Stream(Part(content, start, length), literals.AsSpan(quarter * i, i < 3 ? quarter : size - (3 * quarter)));
            start += length;
        }

        return literals;
    }

    private void Stream(ReadOnlySpan<byte> content, Span<byte> into)
    {
        var bits = new ReverseBits(content);
        foreach (ref var literal in into)
        {
            var index = (int)bits.Peek(_bits);
            literal = _symbols[index];
            bits.Skip(_lengths[index]);
        }

        if (bits.Left != 0)
            throw Damaged();
    }

    private void Tree(ref ReadOnlySpan<byte> content)
    {
        var header = At(content, 0);
        var weights = new List<byte>();
        if (header >= 128)
        {
            var count = header - 127;
            for (var i = 0; i < count; i++)
                weights.Add((byte)((At(content, 1 + (i / 2)) >> (i % 2 == 0 ? 4 : 0)) & 15));
            content = content[(1 + ((count + 1) / 2))..];
        }
        else
        {
            Weights(Part(content, 1, header), weights);
            content = content[(1 + header)..];
        }

        Build(weights);
    }

    // Two states take turns until the bits are used up.
    private static void Weights(ReadOnlySpan<byte> packed, List<byte> weights)
    {
        var table = FseTable.Read(ref packed, 6, 255);
        var bits = new ReverseBits(packed);
        var first = (int)bits.Read(table.Accuracy);
        var second = (int)bits.Read(table.Accuracy);
        while (weights.Count < 254)
        {
            weights.Add(table.Symbol(first));
            first = table.Next(first, ref bits);
            if (bits.IsOverrun)
            {
                weights.Add(table.Symbol(second));
                return;
            }

            weights.Add(table.Symbol(second));
            second = table.Next(second, ref bits);
            if (bits.IsOverrun)
            {
                weights.Add(table.Symbol(first));
                return;
            }
        }

        throw Damaged();
    }

    // The last weight is what the others leave.
    private void Build(List<byte> weights)
    {
        var sum = 0;
        foreach (var weight in weights)
        {
            if (weight > MaxBits)
                throw Damaged();

            sum += weight == 0 ? 0 : 1 << (weight - 1);
        }

        if (sum == 0)
            throw Damaged();

        var bits = BitOperations.Log2((uint)sum) + 1;
        var left = (1 << bits) - sum;
        if (bits > MaxBits || !BitOperations.IsPow2(left))
            throw Damaged();

        weights.Add((byte)(BitOperations.Log2((uint)left) + 1));
        var size = 1 << bits;
        (_bits, _symbols, _lengths) = (bits, new byte[size], new byte[size]);
        var place = 0;
        for (var weight = 1; weight <= bits; weight++)
        {
            for (var symbol = 0; symbol < weights.Count; symbol++)
            {
                if (weights[symbol] != weight)
                    continue;

                var count = 1 << (weight - 1);
                _symbols.AsSpan(place, count).Fill((byte)symbol);
                _lengths.AsSpan(place, count).Fill((byte)(bits + 1 - weight));
                place += count;
            }
        }
    }

    private static byte At(ReadOnlySpan<byte> bytes, int index) => index < bytes.Length ? bytes[index] : throw Damaged();

    private static ReadOnlySpan<byte> Part(ReadOnlySpan<byte> bytes, int start, int length) => start <= bytes.Length && length <= bytes.Length - start ? bytes.Slice(start, length) : throw Damaged();

    private static DamagedFileException Damaged() => new("the literals of a Zstandard block are damaged", 0);
}
