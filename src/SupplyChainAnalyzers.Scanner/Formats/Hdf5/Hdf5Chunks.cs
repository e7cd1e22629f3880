using SupplyChainAnalyzers.Scanner.Formats.Hdf5.Indexes;

namespace SupplyChainAnalyzers.Scanner.Formats.Hdf5;

/// <summary>Finds the chunks of a dataset, whichever index lists them (III.A, VII).</summary>
internal static class Hdf5Chunks
{
    /// <summary>Those that were written, in no certain order; a chunk that is not there holds the fill value.</summary>
    /// <param name="volume">The file.</param>
    /// <param name="layout">Of kind chunked.</param>
    /// <param name="space">Of the dataset.</param>
    /// <param name="size">Bytes of a whole chunk.</param>
    /// <param name="isFiltered">Whether there is a filter pipeline: entries then carry sizes.</param>
    public static IEnumerable<Hdf5Chunk> Of(Hdf5Volume volume, Hdf5Layout layout, Hdf5Space space, int size, bool isFiltered)
    {
        if (layout.Place is not { } place)
            return [];

        var grid = new ChunkGrid(layout.Chunk, space);
        return layout.Index switch
        {
            Hdf5ChunkIndexKind.Tree1 => Tree1(volume, place, layout.Chunk.Length),
            Hdf5ChunkIndexKind.Single => [new Hdf5Chunk(new ulong[layout.Chunk.Length], place, layout.Single?.Size ?? size, layout.Single?.Mask ?? 0)],
            Hdf5ChunkIndexKind.Implicit => Implicit(volume, place, grid, size),
            Hdf5ChunkIndexKind.FixedArray => Listed(FixedArray.Entries(volume, place), grid, size),
            Hdf5ChunkIndexKind.ExtensibleArray => Listed(ExtensibleArray.Entries(volume, place), grid, size),
            _ => Tree2(volume, place, layout.Chunk, size, isFiltered),
        };
    }

    // Key: size 4, mask 4, start in each dimension 8, and one more for the element.
    private static IEnumerable<Hdf5Chunk> Tree1(Hdf5Volume volume, long place, int rank)
    {
        foreach (var (key, child) in BTree1.Leaves(volume, place, nodeType: 1, keySize: 8 + (8 * (rank + 1))))
        {
            var (size, mask) = (key.U32(), key.U32());
            yield return new Hdf5Chunk(Numbers(key, rank), child, size, mask);
        }
    }

    // Record: address, and if filtered size and mask 4, then the start counted in chunks.
    private static IEnumerable<Hdf5Chunk> Tree2(Hdf5Volume volume, long place, ulong[] chunk, int size, bool isFiltered)
    {
        foreach (var record in BTree2.Records(volume, place))
        {
            var address = record.Place();
            var width = isFiltered ? (int)record.Left - 4 - (8 * chunk.Length) : 0;
            if (width is < 0 or > 8)
                throw record.Damaged("has an impossible size");

            var stored = isFiltered ? (long)Math.Min(record.UInt(width), long.MaxValue) : size;
            var mask = isFiltered ? record.U32() : 0;
            var start = Numbers(record, chunk.Length);
            for (var i = 0; i < start.Length; i++)
                start[i] = start[i] > (1ul << 60) / chunk[i] ? throw record.Damaged("lies outside its dataset") : start[i] * chunk[i];
            if (address is { } found)
                yield return new Hdf5Chunk(start, found, stored, mask);
        }
    }

    private static IEnumerable<Hdf5Chunk> Implicit(Hdf5Volume volume, long place, ChunkGrid grid, int size)
    {
        for (ulong i = 0; i < grid.Count && place <= volume.Source.Length; i++, place += size)
        {
            volume.Step();
            if (grid.Start(i) is { } start)
                yield return new Hdf5Chunk(start, place, size, 0);
        }
    }

    private static IEnumerable<Hdf5Chunk> Listed(IEnumerable<ArrayEntry> entries, ChunkGrid grid, int size)
    {
        foreach (var entry in entries)
        {
            if (entry.Place is { } place && grid.Start(entry.Index) is { } start)
                yield return new Hdf5Chunk(start, place, entry.Size ?? size, entry.Mask);
        }
    }

    private static ulong[] Numbers(Hdf5Cursor cursor, int count)
    {
        var numbers = new ulong[count];
        for (var i = 0; i < count; i++)
            numbers[i] = cursor.U64();

        return numbers;
    }
}
