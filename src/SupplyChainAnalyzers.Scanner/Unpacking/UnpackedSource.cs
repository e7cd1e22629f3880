using SupplyChainAnalyzers.Scanner.Formats;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Unpacking;

/// <summary>
/// What comes out of a decompressor, as if it lay there. Keeps the pages used last; to go back further it starts anew, so
/// that memory is bounded whatever the size. Whoever jumps about too much is told that it costs too much.
/// </summary>
/// <param name="start">Opens the stream from its beginning.</param>
/// <param name="length">Bytes that come out, as measured.</param>
/// <param name="budget">Takes every byte that comes out, each time.</param>
internal sealed class UnpackedSource(Func<Unpacker> start, long length, ScanBudget budget) : ByteSource
{
    private const int PageSize = 256 << 10;
    private const int CachedPages = 32; // 8 MiB
    private const int MaxRestarts = 64; // of a directory at the end and members in order: a handful

    private readonly PageCache _pages = new(CachedPages);
    private readonly PageCache _head = new(4);
    private Unpacker _unpacker = start();
    private long _next; // number of the page that comes out next
    private int _restarts;

    public override long Length => length;

    public override int Read(long offset, Span<byte> into)
    {
        var copied = 0;
        while (copied < into.Length && offset >= 0 && offset < length)
        {
            var page = Page(offset / PageSize);
            var from = (int)(offset % PageSize);
            var count = Math.Min(page.Length - from, into.Length - copied);
            if (count <= 0)
                break;

            page.AsSpan(from, count).CopyTo(into[copied..]);
            copied += count;
            offset += count;
        }

        return copied;
    }

    private byte[] Page(long number)
    {
        if (_head.TryGet(number, out var page) || _pages.TryGet(number, out page))
            return page;

        if (number < _next)
        {
            if (++_restarts > MaxRestarts)
                throw new DamagedFileException("it is packed, and too large to be looked at in every place; unpack it first", 0);

            (_unpacker, _next) = (start(), 0);
        }

        while (true)
        {
            var size = (int)Math.Min(PageSize, length - (_next * PageSize));
            page = _pages.MakeRoom() is { } old && old.Length == size ? old : new byte[size];
            budget.TakeUnpacked(page.Length);
            if (_unpacker.Read(page) != page.Length)
                throw new DamagedFileException("it unpacks to less than before", 0);

            if (_next < 4 && !_head.TryGet(_next, out _))
                _head.Add(_next, page);
            else if (!_pages.TryGet(_next, out _))
                _pages.Add(_next, page);

            if (_next++ == number)
                return page;
        }
    }
}
