using System.Globalization;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Tar;

/// <summary>
/// Walks the members of a tar archive: ustar, the original form, GNU's long names and sparse files, pax headers. Goes on
/// behind the end mark and behind broken headers, as tolerant readers do, and tells where.
/// </summary>
internal sealed class TarReader(ByteSource file, ScanContext context)
{
    private readonly byte[] _block = new byte[TarHeader.BlockSize];
    private readonly Dictionary<string, string> _global = new(StringComparer.Ordinal);

    /// <summary>Where the first end mark or fault stands, behind which most readers see nothing; null before that.</summary>
    public long? Ended { get; private set; }

    /// <summary>Where the first broken header stands.</summary>
    public long? Broken { get; private set; }

    /// <summary>Where something stands that is neither header nor padding.</summary>
    public long? Rest { get; private set; }

    public IEnumerable<TarEntry> Entries()
    {
        var count = 0;
        for (long offset = 0; offset <= file.Length - TarHeader.BlockSize;)
        {
            file.ReadExactly(offset, _block, "a header");
            if (_block.AsSpan().IndexOfAnyExcept((byte)0) < 0)
            {
                Ended ??= offset;
                offset += TarHeader.BlockSize;
                continue;
            }

            if (!TarHeader.HasChecksum(_block))
            {
                if (Ended is null)
                    Broken ??= offset;
                else
                    Rest ??= offset;
                Ended ??= offset;
                offset += TarHeader.BlockSize;
                continue;
            }

            if (++count > TarDirectory.MaxEntries)
                throw new LimitExceededException($"it has more than {TarDirectory.MaxEntries} entries", offset);

            var entry = Entry(offset);
            yield return entry;
            offset = entry.End;
        }
    }

    private TarEntry Entry(long first)
    {
        var offset = first;
        string? longName = null, longLink = null;
        var pax = new Dictionary<string, string>(_global, StringComparer.Ordinal);
        while (true)
        {
            var kind = (char)_block[156];
            var size = TarHeader.Size(_block);
            if (kind is not ('L' or 'K' or 'x' or 'g' or 'X'))
                return Entry(first, offset, kind, size, longName, longLink, pax);

            if (size is < 0 or > PaxRecords.MaxSize)
                throw new DamagedFileException("an extended header has an impossible size", offset);

            context.Budget.TakeMember();
            var data = file.ReadBytes(offset + TarHeader.BlockSize, (int)size, "an extended header");
            if (kind == 'L')
                longName = TarHeader.Text(data);
            else if (kind == 'K')
                longLink = TarHeader.Text(data);
            else
                PaxRecords.Read(data, kind == 'g' ? _global : pax);

            offset += TarHeader.BlockSize + ((size + TarHeader.BlockSize - 1) / TarHeader.BlockSize * TarHeader.BlockSize);
            file.ReadExactly(offset, _block, "the header behind an extended one");
            if (!TarHeader.HasChecksum(_block))
                throw new DamagedFileException("the header behind an extended one is broken", offset);
        }
    }

    private TarEntry Entry(long first, long offset, char kind, long size, string? longName, string? longLink, Dictionary<string, string> pax)
    {
        if (size < 0)
            throw new DamagedFileException("a member has an impossible size", offset);

        // Links, devices, folders and pipes have no data, whatever their size says (Python's tarfile.py, _proc_builtin).
        var hasData = kind is not (>= '1' and <= '6');
        var headerSize = hasData ? size : 0;
        var wide = hasData && pax.GetValueOrDefault("size") is { } text && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : headerSize;
        var start = offset + TarHeader.BlockSize;
        if (kind == 'S')
            start = Sparse(offset);

        var isSparse = kind == 'S' || pax.Keys.Any(static key => key.StartsWith("GNU.sparse.", StringComparison.Ordinal));
        var name = longName ?? pax.GetValueOrDefault("GNU.sparse.name") ?? pax.GetValueOrDefault("path") ?? TarHeader.Name(_block);
        var link = longLink ?? pax.GetValueOrDefault("linkpath") ?? TarHeader.Link(_block);
        if (wide > file.Length - start)
            throw new DamagedFileException("a member is longer than the file", offset);

        return new TarEntry(first, start, kind, name, link, wide, headerSize, isSparse);
    }

    // Old GNU form: at 482 whether another block of the map follows, in those at 504.
    private long Sparse(long offset)
    {
        var more = _block[482] != 0;
        var next = offset + TarHeader.BlockSize;
        while (more)
        {
            more = file.ReadByte(next + 504, "a sparse map") != 0;
            next += TarHeader.BlockSize;
        }

        return next;
    }
}
