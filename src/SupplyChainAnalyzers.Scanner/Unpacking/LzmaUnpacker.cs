using SupplyChainAnalyzers.Scanner.Formats;

namespace SupplyChainAnalyzers.Scanner.Unpacking;

/// <summary>
/// LZMA without a container (.lzma): properties 1 · dictionary 4 · size 8, all ones when an end mark follows. Also as zip
/// (two version bytes, two of length, properties; APPNOTE 6.3.10 §5.8) and 7z have it.
/// </summary>
internal sealed class LzmaUnpacker : WindowUnpacker
{
    /// <summary>Bytes of history that are kept: xz -9 uses so many. What refers further back cannot be read here.</summary>
    public const long MaxDictionary = 64 << 20;

    private readonly ByteFeed _feed;
    private readonly LzmaCoder _coder;
    private readonly RangeDecoder _range;
    private readonly long _size;
    private bool _isStarted;
    private bool _isDone;

    public LzmaUnpacker(ByteFeed feed, int properties, long dictionary, long size)
    {
        (_feed, _size) = (feed, size);
        Window = new LzWindow(Math.Clamp(dictionary, 4096, MaxDictionary));
        _range = new RangeDecoder(feed);
        _coder = new LzmaCoder(_range, Window);
        _coder.Set(properties);
    }

    public override long Position => _feed.Position;

    protected override bool IsDone => _isDone;

    /// <summary>A .lzma file.</summary>
    public static LzmaUnpacker OfFile(ByteFeed feed)
    {
        var properties = feed.Next();
        var dictionary = (long)feed.Number(4);
        var size = feed.Number(8);
        return new LzmaUnpacker(feed, properties, dictionary, size > long.MaxValue ? long.MaxValue : (long)size);
    }

    /// <summary>A member of a zip archive.</summary>
    public static LzmaUnpacker OfZip(ByteFeed feed)
    {
        feed.Skip(2);
        if (feed.Number(2) != 5)
            throw new DamagedFileException("the LZMA properties have a wrong length", feed.Position);

        var properties = feed.Next();
        return new LzmaUnpacker(feed, properties, (long)feed.Number(4), long.MaxValue);
    }

    protected override void Step()
    {
        if (!_isStarted)
        {
            _range.Start();
            _isStarted = true;
        }

        // Members of zip archives end where their bytes do, with an end mark or without.
        if (!_coder.Decode(_size) || Window.Written >= _size)
            _isDone = true;
    }
}
