using SupplyChainAnalyzers.Scanner.Formats;

namespace SupplyChainAnalyzers.Scanner.Unpacking;

/// <summary>
/// Compressed blocks of one frame (RFC 8878 §3.1.1.3): literals, then sequences of (literals, match). Tables of the block
/// before may be used again.
/// </summary>
internal sealed class ZstdBlock(LzWindow window)
{
    private const int MaxOutput = 128 << 10;
    private const int MaxOffsetCode = 31;

    private static readonly int[] LiteralBase = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 18, 20, 22, 24, 28, 32, 40, 48, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768, 65536];
    private static readonly byte[] LiteralBits = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 3, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16];
    private static readonly int[] MatchBase = [.. Enumerable.Range(3, 32), 35, 37, 39, 41, 43, 47, 51, 59, 67, 83, 99, 131, 259, 515, 1027, 2051, 4099, 8195, 16387, 32771, 65539];
    private static readonly byte[] MatchBits = [.. new byte[32], 1, 1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16];

    private static readonly FseTable DefaultLiterals = new([4, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 2, 1, 1, 1, 1, 1, -1, -1, -1, -1], 6);
    private static readonly FseTable DefaultMatches = new([1, 4, 3, 2, 2, 2, 2, 2, 2, .. Enumerable.Repeat(1, 37), .. Enumerable.Repeat(-1, 7)], 6);
    private static readonly FseTable DefaultOffsets = new([1, 1, 1, 1, 1, 1, 2, 2, 2, .. Enumerable.Repeat(1, 15), .. Enumerable.Repeat(-1, 5)], 5);

    private readonly ZstdLiterals _literals = new();
    private readonly long[] _repeats = [1, 4, 8];
    private FseTable? _literalTable;
    private FseTable? _offsetTable;
    private FseTable? _matchTable;

    /// <exception cref="DamagedFileException">It is none; what it put out before is real.</exception>
    public void Decode(ReadOnlySpan<byte> block)
    {
        var literals = _literals.Read(ref block);
        var count = Count(ref block);
        if (count == 0)
        {
            window.Put(literals);
            return;
        }

        var modes = Next(ref block);
        _literalTable = Table(ref block, modes >> 6, DefaultLiterals, _literalTable, 9, LiteralBase.Length - 1);
        _offsetTable = Table(ref block, (modes >> 4) & 3, DefaultOffsets, _offsetTable, 8, MaxOffsetCode);
        _matchTable = Table(ref block, (modes >> 2) & 3, DefaultMatches, _matchTable, 9, MatchBase.Length - 1);
        Sequences(new ReverseBits(block), count, literals);
    }

    private void Sequences(ReverseBits bits, int count, ReadOnlySpan<byte> literals)
    {
        var literalState = (int)bits.Read(_literalTable!.Accuracy);
        var offsetState = (int)bits.Read(_offsetTable!.Accuracy);
        var matchState = (int)bits.Read(_matchTable!.Accuracy);
        var total = 0;
        for (var i = 0; i < count; i++)
        {
            var literalCode = _literalTable.Symbol(literalState);
            var offsetCode = _offsetTable.Symbol(offsetState);
            var matchCode = _matchTable.Symbol(matchState);
            var offset = (1L << offsetCode) + (long)bits.Read(offsetCode);
            var match = MatchBase[matchCode] + (int)bits.Read(MatchBits[matchCode]);
            var literal = LiteralBase[literalCode] + (int)bits.Read(LiteralBits[literalCode]);
            if (i < count - 1)
            {
                literalState = _literalTable.Next(literalState, ref bits);
                matchState = _matchTable.Next(matchState, ref bits);
                offsetState = _offsetTable.Next(offsetState, ref bits);
            }

            if (bits.IsOverrun)
                throw Damaged("ends too early");
            total += match + literal;
            if (literal > literals.Length || total > MaxOutput)
                throw Damaged("is longer than it may be");

            window.Put(literals[..literal]);
            literals = literals[literal..];
            window.Repeat(Distance(offset, literal), match);
        }

        window.Put(literals);
    }

    // §3.1.1.5: the last three distances have numbers of their own.
    private long Distance(long offset, int literal)
    {
        if (offset > 3)
        {
            (_repeats[2], _repeats[1], _repeats[0]) = (_repeats[1], _repeats[0], offset - 3);
            return _repeats[0];
        }

        var index = (int)offset - 1 + (literal == 0 ? 1 : 0);
        if (index == 0)
            return _repeats[0];

        var distance = index < 3 ? _repeats[index] : _repeats[0] - 1;
        if (index > 1)
            _repeats[2] = _repeats[1];
        (_repeats[1], _repeats[0]) = (_repeats[0], distance);
        return distance;
    }

    private static FseTable Table(ref ReadOnlySpan<byte> block, int mode, FseTable usual, FseTable? before, int maxAccuracy, int maxSymbol)
    {
        switch (mode)
        {
            case 0:
                return usual;
            case 1:
                var symbol = Next(ref block);
                return symbol <= maxSymbol ? FseTable.Of(symbol) : throw Damaged("uses a code that means nothing");
            case 2:
                return FseTable.Read(ref block, maxAccuracy, maxSymbol);
            default:
                return before ?? throw Damaged("uses a table that was not there");
        }
    }

    private static int Count(ref ReadOnlySpan<byte> block)
    {
        int first = Next(ref block);
        if (first < 128)
            return first;

        int second = Next(ref block);
        return first < 255 ? ((first - 128) << 8) + second : second + (Next(ref block) << 8) + 0x7F00;
    }

    private static byte Next(ref ReadOnlySpan<byte> block)
    {
        if (block.Length == 0)
            throw Damaged("ends too early");

        var value = block[0];
        block = block[1..];
        return value;
    }

    private static DamagedFileException Damaged(string what) => new("a Zstandard block " + what, 0);
}
