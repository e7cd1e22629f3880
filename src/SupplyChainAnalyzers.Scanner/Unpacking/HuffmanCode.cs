using SupplyChainAnalyzers.Scanner.Formats;

namespace SupplyChainAnalyzers.Scanner.Unpacking;

/// <summary>A canonical prefix code as deflate writes it (RFC 1951 §3.2.2): lengths 1–15, the first bit of a code comes first.</summary>
internal sealed class HuffmanCode
{
    private const int MaxLength = 15;
    private const int FastBits = 10;

    private readonly ushort[] _fast = new ushort[1 << FastBits]; // symbol << 4 | length; 0 when the code is longer
    private readonly ushort[] _counts = new ushort[MaxLength + 1];
    private readonly ushort[] _symbols;

    /// <param name="lengths">Bits of each symbol's code, 0 for those without one.</param>
    /// <exception cref="DamagedFileException">More codes than there is room for, or fewer.</exception>
    public HuffmanCode(ReadOnlySpan<byte> lengths)
    {
        _symbols = new ushort[lengths.Length];
        foreach (var length in lengths)
            _counts[length]++;

        var unused = _counts[0];
        _counts[0] = 0;
        var left = 1;
        Span<int> next = stackalloc int[MaxLength + 2];
        Span<int> place = stackalloc int[MaxLength + 2];
        for (var length = 1; length <= MaxLength; length++)
        {
            left = (left << 1) - _counts[length];
            if (left < 0)
                throw new DamagedFileException("the compressed data has an impossible code", 0);

            next[length + 1] = (next[length] + _counts[length]) << 1;
            place[length + 1] = place[length] + _counts[length];
        }

        // A single code of one bit is the only one that may leave room (zlib's inftrees.c).
        if (left > 0 && lengths.Length - unused > 1)
            throw new DamagedFileException("the compressed data has an incomplete code", 0);

        for (var symbol = 0; symbol < lengths.Length; symbol++)
        {
            var length = lengths[symbol];
            if (length == 0)
                continue;

            _symbols[place[length]++] = (ushort)symbol;
            var code = next[length]++;
            if (length > FastBits)
                continue;

            for (var at = Reversed(code, length); at < _fast.Length; at += 1 << length)
                _fast[at] = (ushort)((symbol << 4) | length);
        }
    }

    /// <summary>The symbol the bits start with, and its length; -1 when it needs more bits or there is none.</summary>
    public int Decode(ulong bits, int available, out int length)
    {
        var fast = _fast[(int)bits & ((1 << FastBits) - 1)];
        length = fast & 15;
        return length != 0 && length <= available ? fast >> 4 : Slow(bits, available, out length);
    }

    private int Slow(ulong bits, int available, out int length)
    {
        int code = 0, first = 0, index = 0;
        for (length = 1; length <= MaxLength && length <= available; length++)
        {
            code |= (int)(bits & 1);
            bits >>= 1;
            var count = _counts[length];
            if (code - count < first)
                return _symbols[index + (code - first)];

            index += count;
            first = (first + count) << 1;
            code <<= 1;
        }

        return -1;
    }

    private static int Reversed(int code, int length)
    {
        var reversed = 0;
        for (var i = 0; i < length; i++)
            reversed |= ((code >> i) & 1) << (length - 1 - i);

        return reversed;
    }
}
