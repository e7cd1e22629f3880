using SupplyChainAnalyzers.Scanner.Formats;

namespace SupplyChainAnalyzers.Scanner.Unpacking;

/// <summary>
/// zlib (RFC 1950): method and window 1 · flags 1 · deflate · Adler-32 4, big-endian. joblib before 0.10 put <c>ZF</c>, the
/// size as 19 characters of hexadecimal text, and at times a space before it (joblib/numpy_pickle_compat.py, read_zfile).
/// </summary>
internal sealed class ZLibUnpacker : Unpacker
{
    private const int JoblibHeader = 19;
    private const uint Modulus = 65521;
    private const int Unreduced = 5552; // bytes after which the sums could overflow (zlib's NMAX)

    private readonly ByteFeed _feed;
    private readonly Inflater _inflater;
    private uint _low = 1;
    private uint _high;
    private bool _isDone;

    public ZLibUnpacker(ByteFeed feed)
    {
        _feed = feed;
        var first = feed.Next();
        if (first == 'Z' && feed.Next() == 'F')
        {
            feed.Skip(JoblibHeader);
            first = feed.Next();
            if (first == ' ')
                first = feed.Next();
        }

        var flags = feed.Next();
        if ((first & 15) != 8 || ((first << 8) | flags) % 31 != 0 || (flags & 0x20) != 0)
            throw new DamagedFileException("the zlib header is none", feed.Position - 2);

        _inflater = new Inflater(feed);
    }

    public override long Position => _isDone ? _feed.Position : _inflater.Position;

    protected override int Some(Span<byte> into)
    {
        if (_isDone)
            return 0;

        var count = _inflater.Read(into);
        Sum(into[..count]);
        if (count > 0)
            return count;

        _feed.Seek(_inflater.Position);
        _isDone = true;
        uint sum = 0;
        for (var i = 0; i < 4; i++)
            sum = (sum << 8) | _feed.Next();

        return sum == ((_high << 16) | _low) ? 0 : throw new DamagedFileException("the checksum of the zlib stream is wrong", _feed.Position - 4);
    }

    private void Sum(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var part = bytes[..Math.Min(bytes.Length, Unreduced)];
            foreach (var value in part)
            {
                _low += value;
                _high += _low;
            }

            _low %= Modulus;
            _high %= Modulus;
            bytes = bytes[part.Length..];
        }
    }
}
