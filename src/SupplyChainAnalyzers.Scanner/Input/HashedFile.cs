using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;
using SupplyChainAnalyzers.Core.Hashing;

namespace SupplyChainAnalyzers.Scanner.Input;

/// <summary>
/// A file that is parsed and hashed through one handle such that every byte a parser saw is a byte of the digest, even
/// while somebody writes to it: parsing reads whole pages and remembers a tag of each; hashing then reads the file
/// once from start to end and compares those pages. Times and sizes need not be believed.
/// </summary>
internal sealed class HashedFile(SafeFileHandle handle, Action<long>? progress = null) : ByteSource, IDisposable
{
    private const int PageSize = 64 << 10;
    private const int CachedPages = 64; // 4 MiB: parsers work in few places at a time
    private const int BlockPages = 16; // 1 MiB a read when hashing

    private readonly Dictionary<long, byte[]> _seen = []; // page number to tag
    private readonly PageTags _tags = new();
    private readonly PageCache _pages = new(CachedPages);

    public override long Length { get; } = RandomAccess.GetLength(handle);

    public override int Read(long offset, Span<byte> into)
    {
        var copied = 0;
        while (copied < into.Length && offset >= 0 && offset < Length)
        {
            var page = Page(offset / PageSize);
            var start = (int)(offset % PageSize);
            var count = Math.Min(page.Length - start, into.Length - copied);
            page.AsSpan(start, count).CopyTo(into[copied..]);
            copied += count;
            offset += count;
        }

        return copied;
    }

    /// <summary>The SHA-256 of the whole file. Parsing is over: nothing may be read after it.</summary>
    /// <exception cref="FileChangedException">Its bytes or its length are not those that were parsed.</exception>
    public string Finish()
    {
        using var whole = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var block = new byte[(int)Math.Clamp(Length, 1, BlockPages * PageSize)];
        for (long offset = 0; offset < Length; offset += block.Length)
        {
            var count = Fill(offset, block.AsSpan(0, (int)Math.Min(block.Length, Length - offset)));
            whole.AppendData(block, 0, count);
            for (var start = 0; start < count; start += PageSize)
            {
                if (_seen.TryGetValue((offset + start) / PageSize, out var tag))
                    Compare(tag, block.AsSpan(start, Math.Min(PageSize, count - start)));
            }

            if (offset / ReadingSteps.Step != (offset + count) / ReadingSteps.Step)
                progress?.Invoke(offset + count);
        }

        if (RandomAccess.Read(handle, block.AsSpan(0, 1), Length) != 0)
            throw new FileChangedException();

        return Hex.Of(whole.GetHashAndReset());
    }

    public void Dispose()
    {
        _tags.Dispose();
        handle.Dispose();
    }

    private byte[] Page(long number)
    {
        if (_pages.TryGet(number, out var page))
            return page;

        var size = (int)Math.Min(PageSize, Length - (number * PageSize));
        page = _pages.MakeRoom() is { } old && old.Length == size ? old : new byte[size];
        Fill(number * PageSize, page);
        if (_seen.TryGetValue(number, out var tag))
            Compare(tag, page);
        else
            _seen.Add(number, _tags.Of(page));

        _pages.Add(number, page);
        return page;
    }

    private int Fill(long offset, Span<byte> into)
    {
        for (var done = 0; done < into.Length;)
        {
            var count = RandomAccess.Read(handle, into[done..], offset + done);
            if (count == 0)
                throw new FileChangedException(); // it became shorter

            done += count;
        }

        return into.Length;
    }

    private void Compare(byte[] tag, ReadOnlySpan<byte> page)
    {
        if (!_tags.Fits(page, tag))
            throw new FileChangedException();
    }
}
