using System.Numerics;
using SupplyChainAnalyzers.Scanner.Formats;

namespace SupplyChainAnalyzers.Scanner.Unpacking;

/// <summary>A table of finite state entropy (RFC 8878 §4.1).</summary>
internal sealed class FseTable
{
    private readonly byte[] _symbols;
    private readonly byte[] _bits;
    private readonly ushort[] _bases;

    /// <param name="shares">Of each symbol; -1 is less than one. They add up to two to the accuracy.</param>
    /// <param name="accuracy">Bits of a state.</param>
    public FseTable(IReadOnlyList<int> shares, int accuracy)
    {
        Accuracy = accuracy;
        var size = 1 << accuracy;
        (_symbols, _bits, _bases) = (new byte[size], new byte[size], new ushort[size]);
        var next = new int[shares.Count];
        var high = size;
        for (var symbol = 0; symbol < shares.Count; symbol++)
        {
            next[symbol] = Math.Abs(shares[symbol]);
            if (shares[symbol] == -1)
                _symbols[--high] = (byte)symbol;
        }

        var place = 0;
        for (var symbol = 0; symbol < shares.Count; symbol++)
        {
            for (var i = 0; i < shares[symbol]; i++)
            {
                _symbols[place] = (byte)symbol;
                do
                    place = (place + (size >> 1) + (size >> 3) + 3) & (size - 1);
                while (place >= high);
            }
        }

        for (var state = 0; state < size; state++)
        {
            var count = next[_symbols[state]]++;
            _bits[state] = (byte)(accuracy - BitOperations.Log2((uint)count));
            _bases[state] = (ushort)((count << _bits[state]) - size);
        }
    }

    private FseTable(byte symbol) => (_symbols, _bits, _bases) = ([symbol], [0], [0]);

    public int Accuracy { get; }

    /// <summary>Always one symbol.</summary>
    public static FseTable Of(byte symbol) => new(symbol);

    /// <summary>Reads a description, and goes behind it.</summary>
    /// <exception cref="DamagedFileException">It is none.</exception>
    public static FseTable Read(ref ReadOnlySpan<byte> bytes, int maxAccuracy, int maxSymbol)
    {
        var at = 0;
        var accuracy = (int)Bits(bytes, ref at, 4) + 5;
        if (accuracy > maxAccuracy)
            throw Damaged();

        var left = 1 << accuracy;
        var shares = new List<int>();
        while (left > 0)
        {
            var width = BitOperations.Log2((uint)left + 1) + 1;
            var value = (int)Bits(bytes, ref at, width);
            var low = (1 << (width - 1)) - 1;
            var threshold = (1 << width) - 1 - (left + 1);
            if ((value & low) < threshold)
            {
                at--;
                value &= low;
            }
            else if (value > low)
            {
                value -= threshold;
            }

            var share = value - 1;
            left -= Math.Abs(share);
            shares.Add(share);
            if (share == 0)
            {
                int zeros;
                do
                {
                    zeros = (int)Bits(bytes, ref at, 2);
                    shares.AddRange(Enumerable.Repeat(0, zeros));
                }
                while (zeros == 3 && shares.Count <= maxSymbol);
            }

            if (shares.Count > maxSymbol + 1 || left < 0)
                throw Damaged();
        }

        bytes = bytes[((at + 7) / 8)..];
        return new FseTable(shares, accuracy);
    }

    public byte Symbol(int state) => _symbols[state];

    public int Next(int state, ref ReverseBits bits) => _bases[state] + (int)bits.Read(_bits[state]);

    private static uint Bits(ReadOnlySpan<byte> bytes, ref int at, int count)
    {
        if (at + count > bytes.Length * 8)
            throw Damaged();

        uint value = 0;
        for (var i = 0; i < count; i++, at++)
            value |= ((uint)(bytes[at >> 3] >> (at & 7)) & 1) << i;

        return value;
    }

    private static DamagedFileException Damaged() => new("a Zstandard table is impossible", 0);
}
