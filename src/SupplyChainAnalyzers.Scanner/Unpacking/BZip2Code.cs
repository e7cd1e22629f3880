using SupplyChainAnalyzers.Scanner.Formats;

namespace SupplyChainAnalyzers.Scanner.Unpacking;

/// <summary>A canonical prefix code of up to 20 bits, most significant bit first.</summary>
internal sealed class BZip2Code
{
    private const int MaxLength = 20;

    private readonly int[] _limits = new int[MaxLength + 1]; // largest code of each length; -1 without one
    private readonly int[] _bases = new int[MaxLength + 1];
    private readonly ushort[] _symbols;

    public BZip2Code(ReadOnlySpan<byte> lengths)
    {
        _symbols = new ushort[lengths.Length];
        int code = 0, index = 0;
        for (var length = 1; length <= MaxLength; length++)
        {
            _bases[length] = index - code;
            for (var symbol = 0; symbol < lengths.Length; symbol++)
            {
                if (lengths[symbol] != length)
                    continue;

                _symbols[index++] = (ushort)symbol;
                code++;
            }

            _limits[length] = code - 1;
            code <<= 1;
        }
    }

    public int Decode(BZip2Bits bits)
    {
        var code = 0;
        for (var length = 1; length <= MaxLength; length++)
        {
            code = (code << 1) | bits.Read(1);
            if (code > _limits[length])
                continue;

            var index = code + _bases[length];
            if (index >= 0 && index < _symbols.Length)
                return _symbols[index];
        }

        throw new DamagedFileException("a bzip2 block holds a code that means nothing", bits.Position);
    }
}
