using SupplyChainAnalyzers.Scanner.Formats;

namespace SupplyChainAnalyzers.Scanner.Unpacking;

/// <summary>
/// Deflate (RFC 1951). Blocks: last flag 1 bit · kind 2 bits (0 stored, 1 fixed codes, 2 codes of its own). Of its own and
/// not the library's, because it knows where the stream ends and gives what came out before a fault.
/// </summary>
internal sealed class Inflater : WindowUnpacker
{
    private const int WindowSize = 32 << 10;
    private const int EndOfBlock = 256;

    private static readonly ushort[] LengthBase = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
    private static readonly byte[] LengthBits = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
    private static readonly ushort[] DistanceBase = [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577];
    private static readonly byte[] DistanceBits = [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13];
    private static readonly byte[] LengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

    private static readonly HuffmanCode FixedLiterals = new([.. Enumerable.Range(0, 288).Select(static i => (byte)(i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8))]);
    private static readonly HuffmanCode FixedDistances = new([.. Enumerable.Repeat((byte)5, 32)]);

    private readonly ByteFeed _feed;
    private ulong _hold;
    private int _count;
    private State _state = State.Header;
    private bool _isLast;
    private int _stored;
    private HuffmanCode _literals = FixedLiterals;
    private HuffmanCode _distances = FixedDistances;

    public Inflater(ByteFeed feed)
    {
        _feed = feed;
        Window = new LzWindow(WindowSize);
    }

    private enum State
    {
        Header,
        Stored,
        Codes,
        Done,
    }

    public override long Position => _feed.Position - (_count / 8);

    protected override bool IsDone => _state == State.Done;

    protected override void Step()
    {
        switch (_state)
        {
            case State.Header:
                Header();
                break;
            case State.Stored:
                Stored();
                break;
            default:
                Codes();
                break;
        }
    }

    private void Header()
    {
        if (_isLast)
        {
            _state = State.Done;
            return;
        }

        _isLast = Bits(1) == 1;
        switch (Bits(2))
        {
            case 0:
                Bits(_count & 7);
                _stored = Bits(16);
                if ((Bits(16) ^ 0xFFFF) != _stored)
                    throw new DamagedFileException("a stored block has a wrong length", Position);
                _state = State.Stored;
                break;
            case 1:
                (_literals, _distances, _state) = (FixedLiterals, FixedDistances, State.Codes);
                break;
            case 2:
                OwnCodes();
                _state = State.Codes;
                break;
            default:
                throw new DamagedFileException("a block is of no known kind", Position);
        }
    }

    private void Stored()
    {
        for (; _stored > 0 && !Window.IsFull; _stored--)
            Window.Put(_count > 0 ? (byte)Bits(8) : _feed.Next());

        if (_stored == 0)
            _state = State.Header;
    }

    private void OwnCodes()
    {
        var literals = Bits(5) + 257;
        var distances = Bits(5) + 1;
        var count = Bits(4) + 4;
        if (literals > 286 || distances > 30)
            throw new DamagedFileException("a block has too many codes", Position);

        var lengths = new byte[320];
        for (var i = 0; i < count; i++)
            lengths[LengthOrder[i]] = (byte)Bits(3);

        var code = new HuffmanCode(lengths.AsSpan(0, 19));
        lengths.AsSpan().Clear();
        for (var i = 0; i < literals + distances;)
        {
            var symbol = Symbol(code);
            if (symbol < 16)
            {
                lengths[i++] = (byte)symbol;
                continue;
            }

            if (symbol == 16 && i == 0)
                throw new DamagedFileException("a block repeats a length before the first", Position);

            var (value, times) = symbol switch { 16 => (lengths[i - 1], 3 + Bits(2)), 17 => ((byte)0, 3 + Bits(3)), _ => ((byte)0, 11 + Bits(7)) };
            if (i + times > literals + distances)
                throw new DamagedFileException("a block repeats a length too often", Position);

            lengths.AsSpan(i, times).Fill(value);
            i += times;
        }

        if (lengths[EndOfBlock] == 0)
            throw new DamagedFileException("a block cannot end", Position);

        _literals = new HuffmanCode(lengths.AsSpan(0, literals));
        _distances = new HuffmanCode(lengths.AsSpan(literals, distances));
    }

    private void Codes()
    {
        while (!Window.IsFull)
        {
            var symbol = Symbol(_literals);
            if (symbol < EndOfBlock)
            {
                Window.Put((byte)symbol);
                continue;
            }

            if (symbol == EndOfBlock)
            {
                _state = State.Header;
                return;
            }

            if (symbol - 257 >= LengthBase.Length)
                throw new DamagedFileException("a length is none", Position);

            var length = LengthBase[symbol - 257] + Bits(LengthBits[symbol - 257]);
            var distance = Symbol(_distances);
            if (distance >= DistanceBase.Length)
                throw new DamagedFileException("a distance is none", Position);

            Window.Repeat(DistanceBase[distance] + Bits(DistanceBits[distance]), length);
        }
    }

    private int Symbol(HuffmanCode code)
    {
        Refill();
        var symbol = code.Decode(_hold, _count, out var length);
        if (symbol < 0)
            throw new DamagedFileException("the compressed data holds a code that means nothing, or ends too early", Position);

        _hold >>= length;
        _count -= length;
        return symbol;
    }

    private int Bits(int count)
    {
        Refill();
        if (_count < count)
            throw new DamagedFileException("the compressed data ends too early", _feed.End);

        var value = (int)(_hold & ((1UL << count) - 1));
        _hold >>= count;
        _count -= count;
        return value;
    }

    private void Refill()
    {
        if (_count >= 32)
            return;

        if (_feed.TryPeek(out var bytes))
        {
            var used = (63 - _count) >> 3;
            _hold |= (bytes & ((1UL << (8 * used)) - 1)) << _count;
            _count += 8 * used;
            _feed.Use(used);
            return;
        }

        while (_count <= 56)
        {
            var next = _feed.TryNext();
            if (next < 0)
                return;

            _hold |= (ulong)next << _count;
            _count += 8;
        }
    }
}
