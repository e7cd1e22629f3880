using SupplyChainAnalyzers.Scanner.Formats;

namespace SupplyChainAnalyzers.Scanner.Unpacking;

/// <summary>LZMA's symbols (LZMA SDK, lzma-specification.txt): the part LZMA and LZMA2 have in common.</summary>
internal sealed class LzmaCoder(RangeDecoder range, LzWindow window)
{
    private const int States = 12;
    private const int PositionStates = 16;
    private const int MinMatch = 2;
    private const int EndPositionModel = 14;

    private readonly ushort[] _isMatch = new ushort[States * PositionStates];
    private readonly ushort[] _isRepeat = new ushort[States];
    private readonly ushort[] _isRepeat0 = new ushort[States];
    private readonly ushort[] _isRepeat1 = new ushort[States];
    private readonly ushort[] _isRepeat2 = new ushort[States];
    private readonly ushort[] _isLong = new ushort[States * PositionStates];
    private readonly ushort[] _slots = new ushort[4 * 64];
    private readonly ushort[] _special = new ushort[1 + 128 - EndPositionModel + 14];
    private readonly ushort[] _align = new ushort[16];
    private readonly LzmaLengths _matchLengths = new();
    private readonly LzmaLengths _repeatLengths = new();
    private ushort[] _literals = [];
    private int _literalContext;
    private int _literalMask;
    private int _positionMask;
    private int _state;
    private uint _distance0;
    private uint _distance1;
    private uint _distance2;
    private uint _distance3;

    /// <summary>Sets lc, lp and pb from their one byte, and starts anew.</summary>
    /// <exception cref="DamagedFileException">The byte is beyond what the three can be.</exception>
    public void Set(int properties)
    {
        if (properties >= 9 * 5 * 5)
            throw new DamagedFileException("the LZMA properties are impossible", 0);

        _literalContext = properties % 9;
        var position = properties / 9 % 5;
        _literalMask = (1 << position) - 1;
        _positionMask = (1 << (properties / 45)) - 1;
        var length = 0x300 << (_literalContext + position);
        if (_literals.Length != length)
            _literals = new ushort[length];
        Reset();
    }

    /// <summary>Forgets all probabilities and distances.</summary>
    public void Reset()
    {
        foreach (var odds in new[] { _isMatch, _isRepeat, _isRepeat0, _isRepeat1, _isRepeat2, _isLong, _slots, _special, _align, _literals })
            odds.AsSpan().Fill(RangeDecoder.Even);

        _matchLengths.Reset();
        _repeatLengths.Reset();
        _state = 0;
        _distance0 = _distance1 = _distance2 = _distance3 = 0;
    }

    /// <summary>Puts out symbols until the window is full or has <paramref name="limit"/> bytes; false at the end mark.</summary>
    public bool Decode(long limit)
    {
        while (!window.IsFull && window.Written < limit)
        {
            var position = (int)window.Written & _positionMask;
            if (range.Bit(ref _isMatch[(_state << 4) + position]) == 0)
            {
                Literal();
                continue;
            }

            int length;
            if (range.Bit(ref _isRepeat[_state]) == 0)
            {
                length = _matchLengths.Decode(range, position);
                (_distance3, _distance2, _distance1) = (_distance2, _distance1, _distance0);
                _distance0 = Distance(length);
                _state = _state < 7 ? 7 : 10;
                if (_distance0 == uint.MaxValue)
                    return false;
            }
            else if (!Repeat(position, out length))
            {
                continue;
            }

            length += MinMatch;
            if (length > limit - window.Written)
                throw new DamagedFileException("the LZMA data is longer than it says", 0);

            window.Repeat(_distance0 + 1L, length);
        }

        return true;
    }

    private void Literal()
    {
        var context = (((int)window.Written & _literalMask) << _literalContext) + (window.Last >> (8 - _literalContext));
        var odds = _literals.AsSpan(0x300 * context, 0x300);
        var symbol = 1;
        if (_state >= 7)
        {
            int match = window.Back(_distance0 + 1L);
            do
            {
                var matchBit = (match >> 7) & 1;
                match <<= 1;
                var bit = range.Bit(ref odds[((1 + matchBit) << 8) + symbol]);
                symbol = (symbol << 1) | bit;
                if (matchBit != bit)
                    break;
            }
            while (symbol < 0x100);
        }

        while (symbol < 0x100)
            symbol = (symbol << 1) | range.Bit(ref odds[symbol]);

        window.Put((byte)symbol);
        _state = _state < 4 ? 0 : _state < 10 ? _state - 3 : _state - 6;
    }

    // False when it was one byte only.
    private bool Repeat(int position, out int length)
    {
        length = 0;
        if (range.Bit(ref _isRepeat0[_state]) == 0)
        {
            if (range.Bit(ref _isLong[(_state << 4) + position]) == 0)
            {
                _state = _state < 7 ? 9 : 11;
                window.Put(window.Back(_distance0 + 1L));
                return false;
            }
        }
        else if (range.Bit(ref _isRepeat1[_state]) == 0)
        {
            (_distance0, _distance1) = (_distance1, _distance0);
        }
        else if (range.Bit(ref _isRepeat2[_state]) == 0)
        {
            (_distance0, _distance1, _distance2) = (_distance2, _distance0, _distance1);
        }
        else
        {
            (_distance0, _distance1, _distance2, _distance3) = (_distance3, _distance0, _distance1, _distance2);
        }

        length = _repeatLengths.Decode(range, position);
        _state = _state < 7 ? 8 : 11;
        return true;
    }

    private uint Distance(int length)
    {
        var slot = range.Tree(_slots.AsSpan(Math.Min(length, 3) << 6, 64), 6);
        if (slot < 4)
            return (uint)slot;

        var direct = (slot >> 1) - 1;
        var distance = (2u | ((uint)slot & 1)) << direct;
        if (slot < EndPositionModel)
            return distance + range.ReverseTree(_special.AsSpan((int)distance - slot), direct);

        distance += range.Direct(direct - 4) << 4;
        return distance + range.ReverseTree(_align, 4);
    }
}
