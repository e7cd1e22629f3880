using SupplyChainAnalyzers.Scanner.Formats;

namespace SupplyChainAnalyzers.Scanner.Unpacking;

/// <summary>
/// Zstandard (RFC 8878). Frame: magic 4 · descriptor 1 · window 1, dictionary 0–4, content size 0–8 as described · blocks
/// (last 1 bit, kind 2, size 21; 0 stored, 1 one byte repeated, 2 compressed) · checksum 4 as described, not compared.
/// Frames follow one another; some are to be skipped.
/// </summary>
internal sealed class ZstdUnpacker : WindowUnpacker
{
    private const uint FrameMagic = 0xFD2FB528;
    private const uint SkippableMagic = 0x184D2A50;
    private const int MaxBlock = 128 << 10;
    private const long MaxWindow = 64 << 20;

    private readonly ByteFeed _feed;
    private ZstdBlock? _blocks;
    private long _window;
    private bool _hasChecksum;
    private bool _isLast;
    private int _repeated;
    private byte _value;
    private bool _isDone;

    public ZstdUnpacker(ByteFeed feed)
    {
        _feed = feed;
        _window = Peek(feed);
        Window = new LzWindow(Math.Max(_window, 2 * MaxBlock));
    }

    public override long Position => _feed.Position;

    protected override bool IsDone => _isDone;

    protected override void Step()
    {
        if (_repeated > 0)
            Repeat();
        else if (_blocks is null)
            Frame();
        else if (_isLast)
            EndOfFrame();
        else
            Block(_blocks);
    }

    // The largest window of all frames is not known before; that of the first serves all, as encoders write one size.
    private static long Peek(ByteFeed feed)
    {
        var place = feed.Position;
        var window = MaxWindow;
        if (feed.End - place >= 18 && feed.Number(4) == FrameMagic)
            window = Header(feed, out _);

        feed.Seek(place);
        return Math.Min(window, MaxWindow);
    }

    private static long Header(ByteFeed feed, out bool hasChecksum)
    {
        var descriptor = feed.Next();
        var isSingle = (descriptor & 0x20) != 0;
        hasChecksum = (descriptor & 4) != 0;
        if ((descriptor & 8) != 0)
            throw new DamagedFileException("the Zstandard frame uses what is reserved", feed.Position);

        long window = 0;
        if (!isSingle)
        {
            var size = feed.Next();
            var power = 1L << (10 + (size >> 3));
            window = power + (power / 8 * (size & 7));
        }

        if (feed.Number((descriptor & 3) switch { 0 => 0, 1 => 1, 2 => 2, _ => 4 }) != 0)
            throw new DamagedFileException("the Zstandard frame needs a dictionary that is not in the file", feed.Position);

        var content = (descriptor >> 6) switch { 0 => isSingle ? feed.Number(1) : 0, 1 => feed.Number(2) + 256, 2 => feed.Number(4), _ => feed.Number(8) };
        return isSingle ? (long)Math.Min(content, long.MaxValue) : window;
    }

    private void Frame()
    {
        var place = _feed.Position;
        if (_feed.End - place < 4)
        {
            _isDone = true;
            return;
        }

        var magic = (uint)_feed.Number(4);
        if ((magic & ~15u) == SkippableMagic)
        {
            _feed.Skip((long)_feed.Number(4));
            return;
        }

        if (magic != FrameMagic)
        {
            _feed.Seek(place);
            _isDone = true;
            return;
        }

        _window = Header(_feed, out _hasChecksum);
        Window.Forget();
        _blocks = new ZstdBlock(Window);
        _isLast = false;
    }

    private void Block(ZstdBlock blocks)
    {
        var header = (int)_feed.Number(3);
        var size = header >> 3;
        _isLast = (header & 1) != 0;
        var kind = (header >> 1) & 3;
        if (size > MaxBlock && kind != 1)
            throw new DamagedFileException("a Zstandard block is too large", _feed.Position);

        switch (kind)
        {
            case 0:
                var stored = new byte[size];
                _feed.Read(stored);
                Window.Put(stored);
                break;
            case 1:
                (_repeated, _value) = (size, _feed.Next());
                break;
            case 2:
                var packed = new byte[size];
                _feed.Read(packed);
                blocks.Decode(packed);
                break;
            default:
                throw new DamagedFileException("a Zstandard block is of no known kind", _feed.Position);
        }
    }

    private void Repeat()
    {
        Span<byte> bytes = stackalloc byte[Math.Min(_repeated, 4096)];
        bytes.Fill(_value);
        Window.Put(bytes);
        _repeated -= bytes.Length;
    }

    private void EndOfFrame()
    {
        if (_hasChecksum)
            _feed.Skip(4);
        _blocks = null;
    }
}
