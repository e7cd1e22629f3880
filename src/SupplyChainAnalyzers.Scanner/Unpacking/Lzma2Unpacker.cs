using SupplyChainAnalyzers.Scanner.Formats;

namespace SupplyChainAnalyzers.Scanner.Unpacking;

/// <summary>
/// LZMA2 (xz's liblzma, lzma2_decoder.c). Chunks: 0 ends · 1 and 2 stored, the first with a new dictionary, size 2 · from
/// 80 on LZMA, bits 0–4 and two bytes its size, two bytes its packed size, bits 5 and 6: 1 new state, 2 new properties, 3 new
/// dictionary too. Sizes are one less, big-endian.
/// </summary>
internal sealed class Lzma2Unpacker : WindowUnpacker
{
    private readonly ByteFeed _feed;
    private readonly LzmaCoder _coder;
    private readonly RangeDecoder _range;
    private int _stored;
    private long _limit;
    private long _end;
    private bool _isCoded;
    private bool _hasProperties;
    private bool _isDone;

    public Lzma2Unpacker(ByteFeed feed, long dictionary)
    {
        _feed = feed;
        Window = new LzWindow(Math.Clamp(dictionary, 4096, LzmaUnpacker.MaxDictionary));
        _range = new RangeDecoder(feed);
        _coder = new LzmaCoder(_range, Window);
    }

    public override long Position => _feed.Position;

    protected override bool IsDone => _isDone;

    /// <summary>Bytes of dictionary that the one property byte stands for.</summary>
    public static long Dictionary(int property) => property switch
    {
        > 40 => throw new DamagedFileException("the LZMA2 dictionary is impossible", 0),
        40 => uint.MaxValue,
        _ => (2L | ((long)property & 1)) << ((property / 2) + 11),
    };

    protected override void Step()
    {
        if (_stored > 0)
            Stored();
        else if (_isCoded)
            Coded();
        else
            Chunk();
    }

    private void Stored()
    {
        Span<byte> bytes = stackalloc byte[4096];
        bytes = bytes[..Math.Min(_stored, bytes.Length)];
        _feed.Read(bytes);
        Window.Put(bytes);
        _stored -= bytes.Length;
    }

    private void Coded()
    {
        if (!_coder.Decode(_limit))
            throw new DamagedFileException("an LZMA2 chunk holds an end mark", _feed.Position);

        if (Window.Written < _limit)
            return;

        _isCoded = false;
        if (_feed.Position != _end)
            throw new DamagedFileException("an LZMA2 chunk has another size than it says", _feed.Position);
    }

    private void Chunk()
    {
        var control = _feed.Next();
        if (control == 0)
        {
            _isDone = true;
            return;
        }

        if (control is 1 or >= 0xE0)
            Window.Forget();
        if (control < 0x80)
        {
            _stored = control <= 2 ? Big() + 1 : throw new DamagedFileException("an LZMA2 chunk is of no known kind", _feed.Position);
            return;
        }

        var size = ((control & 0x1F) << 16) + Big() + 1;
        var packed = Big() + 1;
        if (control >= 0xC0)
        {
            _coder.Set(_feed.Next());
            _hasProperties = true;
        }
        else if (!_hasProperties)
        {
            throw new DamagedFileException("an LZMA2 chunk has no properties", _feed.Position);
        }
        else if (control >= 0xA0)
        {
            _coder.Reset();
        }

        _end = _feed.Position + packed;
        _limit = Window.Written + size;
        _isCoded = true;
        _range.Start();
    }

    private int Big() => (_feed.Next() << 8) | _feed.Next();
}
