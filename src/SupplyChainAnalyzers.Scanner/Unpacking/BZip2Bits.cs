namespace SupplyChainAnalyzers.Scanner.Unpacking;

/// <summary>Bits, most significant first.</summary>
internal sealed class BZip2Bits(ByteFeed feed)
{
    private uint _hold;
    private int _count;

    public long Position => feed.Position;

    /// <summary>Up to 24 bits.</summary>
    public int Read(int bits)
    {
        while (_count < bits)
        {
            _hold = (_hold << 8) | feed.Next();
            _count += 8;
        }

        _count -= bits;
        return (int)((_hold >> _count) & ((1u << bits) - 1));
    }

    /// <summary>Drops the rest of a byte.</summary>
    public void Align() => _count = 0;

    /// <summary>Whether another stream follows.</summary>
    public bool StartsStream()
    {
        var place = feed.Position;
        var follows = feed.TryNext() == 'B' && feed.TryNext() == 'Z' && feed.TryNext() == 'h';
        feed.Seek(place);
        return follows;
    }
}
