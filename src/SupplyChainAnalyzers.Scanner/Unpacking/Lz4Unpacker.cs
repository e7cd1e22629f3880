using SupplyChainAnalyzers.Scanner.Formats;

namespace SupplyChainAnalyzers.Scanner.Unpacking;

/// <summary>
/// LZ4 frames (lz4_Frame_format.md 1.6.4): magic 4 · flags 1 · block size 1 · content size 8 and dictionary 4 as flagged ·
/// header checksum 1 · blocks (size 4, top bit: stored; data; checksum 4 as flagged) · 0 (4) · checksum 4 as flagged. Frames
/// follow one another; some are to be skipped. The legacy frame has blocks alone. Checksums are not compared.
/// </summary>
internal sealed class Lz4Unpacker : WindowUnpacker
{
    private const uint FrameMagic = 0x184D2204;
    private const uint LegacyMagic = 0x184C2102;
    private const uint SkippableMagic = 0x184D2A50; // and the fifteen behind it
    private const int MinMatch = 4;
    private const int WindowSize = 64 << 10;
    private const int MaxLegacyBlock = (8 << 20) + (8 << 20) / 255 + 16;

    private readonly ByteFeed _feed;
    private State _state;
    private bool _isLegacy;
    private bool _hasBlockChecksum;
    private bool _hasChecksum;
    private bool _isStored;
    private long _blockEnd;
    private long _literals;
    private long _match;
    private int _matchToken;
    private int _distance;

    public Lz4Unpacker(ByteFeed feed)
    {
        _feed = feed;
        Window = new LzWindow(WindowSize);
    }

    private enum State
    {
        Frame,
        Block,
        Token,
        Literals,
        Match,
        Done,
    }

    public override long Position => _feed.Position;

    protected override bool IsDone => _state == State.Done;

    protected override void Step()
    {
        switch (_state)
        {
            case State.Frame:
                Frame();
                break;
            case State.Block:
                Block();
                break;
            case State.Token:
                Token();
                break;
            case State.Literals:
                Literals();
                break;
            default:
                Match();
                break;
        }
    }

    private void Frame()
    {
        var place = _feed.Position;
        if (_feed.End - place < 4)
        {
            _state = State.Done;
            return;
        }

        var magic = (uint)_feed.Number(4);
        if ((magic & ~15u) == SkippableMagic)
        {
            _feed.Skip((long)_feed.Number(4));
            return;
        }

        _isLegacy = magic == LegacyMagic;
        if (_isLegacy)
        {
            (_hasBlockChecksum, _hasChecksum, _state) = (false, false, State.Block);
            return;
        }

        if (magic != FrameMagic)
        {
            _feed.Seek(place);
            _state = State.Done;
            return;
        }

        var flags = _feed.Next();
        if (flags >> 6 != 1)
            throw new DamagedFileException("the LZ4 frame has an unknown version", place + 4);

        _feed.Skip(1 + ((flags & 8) != 0 ? 8 : 0) + ((flags & 1) != 0 ? 4 : 0) + 1);
        (_hasBlockChecksum, _hasChecksum, _state) = ((flags & 16) != 0, (flags & 4) != 0, State.Block);
    }

    private void Block()
    {
        if (_isLegacy && _feed.End - _feed.Position < 4)
        {
            _state = State.Done;
            return;
        }

        var size = (uint)_feed.Number(4);
        if (_isLegacy && size > MaxLegacyBlock)
        {
            _feed.Seek(_feed.Position - 4);
            _state = State.Frame;
            return;
        }

        if (size == 0 && !_isLegacy)
        {
            if (_hasChecksum)
                _feed.Skip(4);
            _state = State.Frame;
            return;
        }

        _isStored = size >> 31 != 0 && !_isLegacy;
        _blockEnd = _feed.Position + (size & 0x7FFFFFFF);
        if (_blockEnd > _feed.End)
            throw new DamagedFileException("an LZ4 block is longer than the file", _feed.Position);

        (_state, _literals) = _isStored ? (State.Literals, size & 0x7FFFFFFF) : (State.Token, 0);
    }

    private void Token()
    {
        if (_feed.Position >= _blockEnd)
        {
            EndOfBlock();
            return;
        }

        var token = _feed.Next();
        _literals = Length(token >> 4);
        _matchToken = token & 15;
        _state = State.Literals;
        if (_literals > _blockEnd - _feed.Position)
            throw new DamagedFileException("an LZ4 block is longer than it says", _feed.Position);
    }

    private void Literals()
    {
        Span<byte> bytes = stackalloc byte[4096];
        bytes = bytes[..(int)Math.Min(_literals, bytes.Length)];
        _feed.Read(bytes);
        Window.Put(bytes);
        _literals -= bytes.Length;
        if (_literals > 0)
            return;

        if (_feed.Position >= _blockEnd || _isStored)
        {
            EndOfBlock();
            return;
        }

        _distance = (int)_feed.Number(2);
        _match = Length(_matchToken) + MinMatch;
        _state = State.Match;
    }

    private void Match()
    {
        var length = (int)Math.Min(_match, Window.Room);
        Window.Repeat(_distance, length);
        _match -= length;
        if (_match == 0)
            _state = State.Token;
    }

    private void EndOfBlock()
    {
        if (_feed.Position != _blockEnd)
            throw new DamagedFileException("an LZ4 block has another size than it says", _feed.Position);
        if (_hasBlockChecksum)
            _feed.Skip(4);
        _state = State.Block;
    }

    private long Length(int start)
    {
        long length = start;
        if (start < 15)
            return length;

        byte more;
        do
        {
            more = _feed.Next();
            length += more;
        }
        while (more == 255);

        return length;
    }
}
