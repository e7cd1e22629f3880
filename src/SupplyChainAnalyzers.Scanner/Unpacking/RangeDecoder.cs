using SupplyChainAnalyzers.Scanner.Formats;

namespace SupplyChainAnalyzers.Scanner.Unpacking;

/// <summary>LZMA's range decoder (LZMA SDK, lzma-specification.txt): a byte 0, then 4 bytes of code; probabilities of 11 bits.</summary>
internal sealed class RangeDecoder(ByteFeed feed)
{
    /// <summary>Even odds.</summary>
    public const ushort Even = 1 << 10;

    private uint _range;
    private uint _code;

    public void Start()
    {
        if (feed.Next() != 0)
            throw new DamagedFileException("the LZMA data does not start as such", feed.Position - 1);

        (_range, _code) = (uint.MaxValue, 0);
        for (var i = 0; i < 4; i++)
            _code = (_code << 8) | feed.Next();
    }

    public int Bit(ref ushort odds)
    {
        var bound = (_range >> 11) * odds;
        int bit;
        if (_code < bound)
        {
            _range = bound;
            odds += (ushort)((2048 - odds) >> 5);
            bit = 0;
        }
        else
        {
            _range -= bound;
            _code -= bound;
            odds -= (ushort)(odds >> 5);
            bit = 1;
        }

        if (_range < 1 << 24)
        {
            _range <<= 8;
            _code = (_code << 8) | feed.Next();
        }

        return bit;
    }

    /// <summary>Bits of even odds that do not change, most significant first.</summary>
    public uint Direct(int bits)
    {
        uint value = 0;
        for (; bits > 0; bits--)
        {
            _range >>= 1;
            var bit = _code >= _range ? 1u : 0;
            _code -= _range & (0 - bit);
            value = (value << 1) | bit;
            if (_range < 1 << 24)
            {
                _range <<= 8;
                _code = (_code << 8) | feed.Next();
            }
        }

        return value;
    }

    public int Tree(Span<ushort> odds, int bits)
    {
        var node = 1;
        for (var i = 0; i < bits; i++)
            node = (node << 1) | Bit(ref odds[node]);

        return node - (1 << bits);
    }

    public uint ReverseTree(Span<ushort> odds, int bits)
    {
        var node = 1;
        uint value = 0;
        for (var i = 0; i < bits; i++)
        {
            var bit = Bit(ref odds[node]);
            node = (node << 1) | bit;
            value |= (uint)bit << i;
        }

        return value;
    }
}
