namespace SupplyChainAnalyzers.Scanner.Formats.SevenZip;

/// <summary>Where packed streams lie, how they are unpacked, and into how many members (7zFormat.txt, StreamsInfo).</summary>
internal sealed class SevenZipStreams
{
    private const int MaxCoders = 32;

    /// <summary>Of the first packed stream, behind the 32 bytes of the signature header.</summary>
    public long Start { get; private set; }

    /// <summary>Bytes of each packed stream.</summary>
    public long[] PackedSizes { get; private set; } = [];

    public List<SevenZipFolder> Folders { get; } = [];

    /// <summary>Bytes of each member with content, in the order of the folders.</summary>
    public List<long> MemberSizes { get; } = [];

    /// <summary>Reads until the end mark.</summary>
    /// <exception cref="DamagedFileException">It is none.</exception>
    public static SevenZipStreams Read(SevenZipCursor cursor)
    {
        var streams = new SevenZipStreams();
        var hasMembers = false;
        while (true)
        {
            switch (cursor.Number())
            {
                case 0x00:
                    if (!hasMembers)
                        streams.OneEach();
                    return streams;
                case 0x06:
                    streams.Pack(cursor);
                    break;
                case 0x07:
                    streams.Unpack(cursor);
                    break;
                case 0x08:
                    streams.Members(cursor);
                    hasMembers = true;
                    break;
                default:
                    throw Damaged();
            }
        }
    }

    private void Pack(SevenZipCursor cursor)
    {
        Start = cursor.Number();
        PackedSizes = new long[cursor.Count()];
        for (var kind = cursor.Number(); kind != 0; kind = cursor.Number())
        {
            if (kind == 0x09)
            {
                for (var i = 0; i < PackedSizes.Length; i++)
                    PackedSizes[i] = cursor.Number();
            }
            else if (kind == 0x0A)
            {
                cursor.Digests(PackedSizes.Length);
            }
            else
            {
                throw Damaged();
            }
        }
    }

    private void Unpack(SevenZipCursor cursor)
    {
        if (cursor.Number() != 0x0B)
            throw Damaged();

        var count = cursor.Count();
        if (cursor.Byte() != 0)
            throw Damaged();

        for (var i = 0; i < count; i++)
            Folders.Add(Folder(cursor));

        for (var kind = cursor.Number(); kind != 0; kind = cursor.Number())
        {
            if (kind == 0x0C)
            {
                foreach (var folder in Folders)
                    folder.Sizes = [.. folder.Coders.SelectMany(static coder => Enumerable.Range(0, coder.Outputs)).Select(_ => cursor.Number())];
            }
            else if (kind == 0x0A)
            {
                var digests = cursor.Digests(count);
                for (var i = 0; i < count; i++)
                    Folders[i].Crc = digests[i];
            }
            else
            {
                throw Damaged();
            }
        }

        if (Folders.Exists(static folder => folder.Sizes.Length == 0))
            throw Damaged();
    }

    private static SevenZipFolder Folder(SevenZipCursor cursor)
    {
        var coders = new List<SevenZipCoder>();
        var count = cursor.Number();
        if (count is < 1 or > MaxCoders)
            throw Damaged();

        for (var i = 0; i < count; i++)
        {
            var flags = cursor.Byte();
            ulong method = 0;
            foreach (var part in cursor.Bytes(flags & 15))
                method = (method << 8) | part;

            var isSimple = (flags & 0x10) == 0;
            var (inputs, outputs) = isSimple ? (1L, 1L) : (cursor.Number(), cursor.Number());
            if (inputs is < 1 or > MaxCoders || outputs is < 1 or > MaxCoders || (flags & 0xC0) != 0)
                throw Damaged();

            coders.Add(new SevenZipCoder(method, (int)inputs, (int)outputs, (flags & 0x20) != 0 ? cursor.Bytes(cursor.Number()).ToArray() : []));
        }

        var pairs = new (int, int)[coders.Sum(static coder => coder.Outputs) - 1];
        for (var i = 0; i < pairs.Length; i++)
            pairs[i] = (Index(cursor), Index(cursor));

        var packed = coders.Sum(static coder => coder.Inputs) - pairs.Length;
        if (packed < 1)
            throw Damaged();

        return new SevenZipFolder(coders, pairs, packed == 1 ? [0] : [.. Enumerable.Range(0, packed).Select(_ => Index(cursor))]);
    }

    private static int Index(SevenZipCursor cursor) => cursor.Number() is < MaxCoders * MaxCoders and var index ? (int)index : throw Damaged();

    private void Members(SevenZipCursor cursor)
    {
        var kind = cursor.Number();
        if (kind == 0x0D)
        {
            foreach (var folder in Folders)
                folder.Members = cursor.Count();
            kind = cursor.Number();
        }

        if (Folders.Sum(static folder => (long)folder.Members) > Zip.ZipDirectory.MaxEntries)
            throw new Scanning.LimitExceededException($"it has more than {Zip.ZipDirectory.MaxEntries} members");

        var hasSizes = kind == 0x09;
        foreach (var folder in Folders)
        {
            var left = folder.Size;
            for (var i = 0; i < folder.Members - 1; i++)
            {
                var size = hasSizes ? cursor.Number() : throw Damaged();
                MemberSizes.Add(size);
                left -= size;
            }

            if (folder.Members > 0)
                MemberSizes.Add(left >= 0 ? left : throw Damaged());
        }

        if (hasSizes)
            kind = cursor.Number();
        while (kind != 0)
        {
            if (kind != 0x0A)
                throw Damaged();

            cursor.Digests(Folders.Sum(static folder => folder.Members == 1 && folder.Crc is not null ? 0 : folder.Members));
            kind = cursor.Number();
        }
    }

    private void OneEach() => MemberSizes.AddRange(Folders.Select(static folder => folder.Size));

    private static DamagedFileException Damaged() => new("the header of the 7z archive is damaged", 0);
}
