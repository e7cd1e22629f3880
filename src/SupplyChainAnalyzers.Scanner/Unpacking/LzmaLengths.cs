namespace SupplyChainAnalyzers.Scanner.Unpacking;

/// <summary>LZMA's length code: 8 short lengths, 8 middle ones, 256 long ones.</summary>
internal sealed class LzmaLengths
{
    private readonly ushort[] _choices = new ushort[2];
    private readonly ushort[] _low = new ushort[16 << 3];
    private readonly ushort[] _middle = new ushort[16 << 3];
    private readonly ushort[] _high = new ushort[256];

    public void Reset()
    {
        _choices.AsSpan().Fill(RangeDecoder.Even);
        _low.AsSpan().Fill(RangeDecoder.Even);
        _middle.AsSpan().Fill(RangeDecoder.Even);
        _high.AsSpan().Fill(RangeDecoder.Even);
    }

    public int Decode(RangeDecoder range, int position)
    {
        if (range.Bit(ref _choices[0]) == 0)
            return range.Tree(_low.AsSpan(position << 3, 8), 3);
        if (range.Bit(ref _choices[1]) == 0)
            return 8 + range.Tree(_middle.AsSpan(position << 3, 8), 3);

        return 16 + range.Tree(_high, 8);
    }
}
