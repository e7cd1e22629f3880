namespace SupplyChainAnalyzers.Scanner.Formats.Hdf5.Indexes;

/// <summary>
/// A list of chunks that cannot grow (VII.C). Header <c>FAHD</c>: version, client, entry size, page bits, entries, data block. Data block
/// <c>FADB</c>: version, client, header, then the entries; when they exceed a page: a bit for each page in use, a checksum, and
/// pages that each end in a checksum.
/// </summary>
internal static class FixedArray
{
    private const int MaxPageBits = 30;

    public static IEnumerable<ArrayEntry> Entries(Hdf5Volume volume, long place)
    {
        var header = volume.At(place, "a fixed array");
        header.Signature("FAHD"u8);
        header.Skip(2);
        var (entrySize, pageBits) = (header.U8(), header.U8());
        var count = header.Length();
        if (pageBits > MaxPageBits)
            throw header.Damaged("has pages of an impossible size");
        if (header.Place() is not { } blockPlace)
            yield break;

        var block = volume.At(blockPlace, "a fixed array");
        block.Signature("FADB"u8);
        block.Skip(2 + volume.OffsetSize);
        var page = 1ul << pageBits;
        var isPaged = count > page;
        var used = isPaged ? block.Bytes((long)Math.Min(((count / page) + (count % page == 0 ? 0ul : 1) + 7) / 8, long.MaxValue)) : [];
        block.Skip(isPaged ? 4 : 0);
        for (ulong i = 0; i < count; i++)
        {
            var number = i / page;
            if (isPaged && (used[number / 8] & 0x80 >> (int)(number % 8)) == 0)
            {
                var missing = Math.Min(page, count - i);
                block.Skip(((long)missing * entrySize) + 4);
                i += missing - 1;
                continue;
            }

            yield return ArrayEntry.Read(block, i, entrySize);
            if (isPaged && (i % page == page - 1 || i == count - 1))
                block.Skip(4);
        }
    }
}
