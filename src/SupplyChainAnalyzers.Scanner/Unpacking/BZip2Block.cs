using SupplyChainAnalyzers.Scanner.Formats;

namespace SupplyChainAnalyzers.Scanner.Unpacking;

/// <summary>
/// One block of bzip2: prefix codes, run lengths and move-to-front undone when it is opened, the Burrows-Wheeler transform
/// byte by byte.
/// </summary>
internal sealed class BZip2Block
{
    private const int GroupSize = 50;
    private const int MaxCodeLength = 20;
    private const int MaxSelectors = 18_002;

    private const int FirstCapacity = 4 << 10; // a level of 9 allows 900,000, most members have far less

    private uint[] _next = new uint[FirstCapacity]; // place of the following byte << 8 | byte
    private int _left;
    private uint _place;

    /// <exception cref="DamagedFileException">It is none.</exception>
    public BZip2Block(BZip2Bits bits, int capacity)
    {
        if (bits.Read(1) != 0)
            throw new DamagedFileException("a bzip2 block is randomized, which no writer does any more", bits.Position);

        var origin = bits.Read(24);
        var symbols = Symbols(bits);
        var groups = bits.Read(3);
        var selectors = bits.Read(15);
        if (groups is < 2 or > 6 || selectors == 0 || symbols.Count == 0)
            throw new DamagedFileException("a bzip2 block has no codes", bits.Position);

        var selector = Selectors(bits, groups, selectors);
        var codes = new BZip2Code[groups];
        for (var i = 0; i < groups; i++)
            codes[i] = Code(bits, symbols.Count + 2);

        var counts = new int[256];
        _left = Values(bits, symbols, selector, codes, counts, capacity);
        if (origin >= _left)
            throw new DamagedFileException("a bzip2 block starts outside of itself", bits.Position);

        var sum = 0;
        for (var i = 0; i < 256; i++)
            (counts[i], sum) = (sum, sum + counts[i]);
        for (var i = 0; i < _left; i++)
            _next[counts[(byte)_next[i]]++] |= (uint)i << 8;

        _place = _next[origin] >> 8;
    }

    /// <summary>The next byte; -1 at the end.</summary>
    public int Next()
    {
        if (_left == 0)
            return -1;

        _left--;
        var entry = _next[_place];
        _place = entry >> 8;
        return (byte)entry;
    }

    private static List<byte> Symbols(BZip2Bits bits)
    {
        var symbols = new List<byte>();
        var ranges = bits.Read(16);
        for (var i = 0; i < 16; i++)
        {
            if ((ranges & (0x8000 >> i)) == 0)
                continue;

            var used = bits.Read(16);
            for (var j = 0; j < 16; j++)
            {
                if ((used & (0x8000 >> j)) != 0)
                    symbols.Add((byte)((i * 16) + j));
            }
        }

        return symbols;
    }

    private static byte[] Selectors(BZip2Bits bits, int groups, int count)
    {
        var order = new List<byte>([0, 1, 2, 3, 4, 5]);
        var selectors = new byte[Math.Min(count, MaxSelectors)];
        for (var i = 0; i < count; i++)
        {
            var at = 0;
            while (bits.Read(1) == 1)
            {
                if (++at >= groups)
                    throw new DamagedFileException("a bzip2 block selects a code it has not got", bits.Position);
            }

            var chosen = order[at];
            order.RemoveAt(at);
            order.Insert(0, chosen);
            if (i < selectors.Length)
                selectors[i] = chosen;
        }

        return selectors;
    }

    private static BZip2Code Code(BZip2Bits bits, int symbols)
    {
        var lengths = new byte[symbols];
        var length = bits.Read(5);
        for (var i = 0; i < symbols; i++)
        {
            while (true)
            {
                if (length is < 1 or > MaxCodeLength)
                    throw new DamagedFileException("a bzip2 code has an impossible length", bits.Position);
                if (bits.Read(1) == 0)
                    break;

                length += bits.Read(1) == 0 ? 1 : -1;
            }

            lengths[i] = (byte)length;
        }

        return new BZip2Code(lengths);
    }

    private int Values(BZip2Bits bits, List<byte> symbols, byte[] selectors, BZip2Code[] codes, int[] counts, int capacity)
    {
        var end = symbols.Count + 1;
        int total = 0, group = 0, left = 0, run = 0, weight = 1;
        var code = codes[0];
        while (true)
        {
            if (left == 0)
            {
                if (group == selectors.Length)
                    throw new DamagedFileException("a bzip2 block has too few selectors", bits.Position);

                code = codes[selectors[group++]];
                left = GroupSize;
            }

            left--;
            var symbol = code.Decode(bits);
            if (symbol < 2)
            {
                if (weight > 1 << 21)
                    throw new DamagedFileException("a bzip2 run is too long", bits.Position);

                run += weight << symbol;
                weight <<= 1;
                continue;
            }

            if (run > 0)
            {
                MakeRoom(total, run, capacity, bits);
                _next.AsSpan(total, run).Fill(symbols[0]);
                counts[symbols[0]] += run;
                total += run;
                (run, weight) = (0, 1);
            }

            if (symbol == end)
                return total;
            MakeRoom(total, 1, capacity, bits);
            var value = symbols[symbol - 1];
            symbols.RemoveAt(symbol - 1);
            symbols.Insert(0, value);
            counts[value]++;
            _next[total++] = value;
        }
    }

    private void MakeRoom(int total, int more, int capacity, BZip2Bits bits)
    {
        if (more > capacity - total)
            throw new DamagedFileException("a bzip2 block is longer than its level allows", bits.Position);
        if (more > _next.Length - total)
            Array.Resize(ref _next, (int)Math.Min(capacity, Math.Max(2L * _next.Length, total + more)));
    }
}
