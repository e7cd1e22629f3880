using SupplyChainAnalyzers.Scanner.Formats;

namespace SupplyChainAnalyzers.Scanner.Unpacking;

/// <summary>
/// gzip (RFC 1952): magic 2 · method 1 · flags 1 · time 4 · 2 · extra field, name, comment, header checksum as flagged ·
/// deflate · CRC-32 4 · size 4. Members follow one another; zeros may pad the end.
/// </summary>
internal sealed class GZipUnpacker(ByteFeed feed) : Unpacker
{
    private Inflater? _member;
    private uint _crc;
    private bool _isDone;

    public override long Position => feed.Position;

    protected override int Some(Span<byte> into)
    {
        while (!_isDone)
        {
            if (_member is null)
            {
                Header();
                _member = new Inflater(feed);
                _crc = 0;
            }

            var count = _member.Read(into);
            _crc = Crc32.Append(_crc, into[..count]);
            if (count > 0)
                return count;

            feed.Seek(_member.Position);
            _member = null;
            Trailer();
        }

        return 0;
    }

    private void Header()
    {
        if (feed.Next() != 0x1F || feed.Next() != 0x8B || feed.Next() != 8)
            throw new DamagedFileException("a gzip member has no header", feed.Position);

        var flags = feed.Next();
        feed.Skip(6);
        if ((flags & 4) != 0)
            feed.Skip((long)feed.Number(2));
        if ((flags & 8) != 0)
            SkipText();
        if ((flags & 16) != 0)
            SkipText();
        if ((flags & 2) != 0)
            feed.Skip(2);
    }

    private void SkipText()
    {
        while (feed.Next() != 0)
        {
            // To its terminator.
        }
    }

    private void Trailer()
    {
        var crc = (uint)feed.Number(4);
        feed.Skip(4);
        var next = feed.Position;
        if (crc != _crc)
            throw new DamagedFileException("the checksum of a gzip member is wrong", next - 8);

        var value = feed.TryNext();
        while (value == 0)
            value = feed.TryNext();

        _isDone = value != 0x1F || feed.TryNext() != 0x8B;
        feed.Seek(value < 0 ? feed.End : _isDone ? next : feed.Position - 2);
    }
}
