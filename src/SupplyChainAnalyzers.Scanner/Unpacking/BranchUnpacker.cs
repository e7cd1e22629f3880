using System.Buffers.Binary;

namespace SupplyChainAnalyzers.Scanner.Unpacking;

/// <summary>
/// Undoes the filter for x86 programs (LZMA SDK, Bra86.c): targets of calls and jumps (E8, E9) that were made absolute become
/// relative again. Some models are packed with it because 7-Zip takes them for programs.
/// </summary>
internal sealed class BranchUnpacker(Unpacker inner) : Unpacker
{
    private const int Ahead = 4; // a target's bytes behind its instruction

    private static readonly bool[] Allowed = [true, true, true, false, true, false, false, false];
    private static readonly byte[] BitNumber = [0, 1, 2, 2, 3, 3, 3, 3];

    private readonly byte[] _buffer = new byte[16 << 10];
    private int _filled;
    private int _ready;
    private int _given;
    private uint _place; // of the buffer's first byte in the program
    private int _mask;
    private bool _isEnded;

    public override long Position => inner.Position;

    protected override int Some(Span<byte> into)
    {
        if (_given == _ready && !Fill())
            return 0;

        var count = Math.Min(into.Length, _ready - _given);
        _buffer.AsSpan(_given, count).CopyTo(into);
        _given += count;
        return count;
    }

    private bool Fill()
    {
        while (!_isEnded)
        {
            _buffer.AsSpan(_ready, _filled - _ready).CopyTo(_buffer);
            _place += (uint)_ready;
            _filled -= _ready;
            (_ready, _given) = (0, 0);
            var count = inner.Read(_buffer.AsSpan(_filled));
            _filled += count;
            _isEnded = _filled < _buffer.Length;
            _ready = Convert();
            if (_isEnded)
                _ready = _filled;
            if (_ready > 0)
                return true;
        }

        return false;
    }

    // Returns how many bytes are final; what follows needs more bytes to be decided.
    private int Convert()
    {
        var at = 0;
        var last = -1;
        for (; at < _filled - Ahead; at++)
        {
            if ((_buffer[at] & 0xFE) != 0xE8)
                continue;

            Age(at - last);
            last = at;
            if (IsTarget(at))
            {
                Relative(at);
                at += Ahead;
            }
            else
            {
                _mask = ((_mask << 1) & 7) | 1;
            }
        }

        Age(at - last);
        return at;
    }

    // The mask remembers which of the three bytes before looked like an instruction.
    private void Age(int gap) => _mask = gap > 3 ? 0 : (_mask << (gap - 1)) & 7;

    private bool IsTarget(int at) =>
        (_mask == 0 || (Allowed[_mask] && !IsHigh(_buffer[at + 4 - BitNumber[_mask]]))) && IsHigh(_buffer[at + 4]);

    private void Relative(int at)
    {
        var source = BinaryPrimitives.ReadUInt32LittleEndian(_buffer.AsSpan(at + 1));
        uint target;
        while (true)
        {
            target = source - (_place + (uint)at + 5);
            if (_mask == 0)
                break;

            var shift = BitNumber[_mask] * 8;
            if (!IsHigh((byte)(target >> (24 - shift))))
                break;

            source = target ^ ((1u << (32 - shift)) - 1);
        }

        target &= 0x01FFFFFF;
        target |= 0 - (target & 0x01000000);
        BinaryPrimitives.WriteUInt32LittleEndian(_buffer.AsSpan(at + 1), target);
    }

    private static bool IsHigh(byte value) => value is 0 or 0xFF;
}
