using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Hdf5;

/// <summary>Reads the elements of a dataset piece by piece, in whatever order they are stored.</summary>
internal static class Hdf5Elements
{
    private const int MaxChunk = 64 << 20; // writers choose a megabyte; one chunk, packed and unpacked, is held in memory
    private const int Block = 1 << 20;

    /// <summary>Takes bytes of the array in row-major order, beginning so many bytes into it.</summary>
    public delegate void Sink(long offset, ReadOnlySpan<byte> bytes);

    /// <summary>Hands over every element that was written. False when some were never written: they have the fill value.</summary>
    /// <exception cref="DamagedFileException">They cannot be read.</exception>
    /// <exception cref="LimitExceededException">A chunk is larger than any writer makes it.</exception>
    public static bool Read(Hdf5Dataset dataset, Sink sink)
    {
        switch (dataset.Layout.Kind)
        {
            case Hdf5LayoutKind.Chunked:
                return Chunks(dataset, sink);
            case Hdf5LayoutKind.Virtual:
                throw new DamagedFileException("a dataset takes its elements from others", 0);
            default:
                return Whole(dataset, sink);
        }
    }

    private static bool Whole(Hdf5Dataset dataset, Sink sink)
    {
        var size = dataset.Size;
        if (size == 0)
            return true;
        if (dataset.Layout.Place is not { } place)
            return false;
        if (size > (ulong)dataset.Volume.Source.Length || (dataset.Layout.Size >= 0 && (ulong)dataset.Layout.Size < size))
            throw new DamagedFileException("a dataset claims more elements than it has", place);

        var cursor = dataset.Volume.At(place, (long)size, "a dataset");
        for (long offset = 0; cursor.Left > 0; offset += Block)
            sink(offset, cursor.Bytes(Math.Min(Block, cursor.Left)));

        return true;
    }

    private static bool Chunks(Hdf5Dataset dataset, Sink sink)
    {
        var (chunk, sizes) = (dataset.Layout.Chunk, dataset.Space.Sizes);
        if (chunk.Length != sizes.Length)
            throw new DamagedFileException("a dataset's chunks have other dimensions than itself", dataset.Layout.Place ?? 0);

        var size = (ulong)dataset.Type.Size;
        foreach (var count in chunk)
        {
            if (count == 0 || size == 0 || count > MaxChunk / size)
                throw new LimitExceededException("it has chunks larger than any writer makes them", dataset.Layout.Place);
            size *= count;
        }

        ulong elements = 0;
        foreach (var piece in Hdf5Chunks.Of(dataset.Volume, dataset.Layout, dataset.Space, (int)size, dataset.Filters.Count > 0))
        {
            if (piece.Size > MaxChunk + Block)
                throw new LimitExceededException("it has chunks larger than any writer makes them", piece.Place);

            var bytes = Hdf5Filters.Undo(dataset.Volume.At(piece.Place, piece.Size, "a chunk").Bytes(piece.Size), dataset.Filters, piece.Mask, (int)size, piece.Place);
            elements += Scatter(dataset, piece.Start, bytes, sink);
        }

        return elements >= dataset.Space.Count;
    }

    // Row by row: what lies side by side in the chunk's last dimension lies side by side in the array.
    private static ulong Scatter(Hdf5Dataset dataset, ulong[] start, byte[] bytes, Sink sink)
    {
        var (chunk, sizes, width) = (dataset.Layout.Chunk, dataset.Space.Sizes, dataset.Type.Size);
        var rank = chunk.Length;
        for (var i = 0; i < rank; i++)
        {
            if (start[i] >= sizes[i])
                return 0; // it was written before the dataset shrank
        }

        if (rank == 0)
        {
            sink(0, bytes);
            return 1;
        }

        var run = Math.Min(chunk[^1], sizes[^1] - start[^1]);
        var at = new ulong[rank];
        ulong count = 0;
        while (true)
        {
            ulong from = 0, to = 0;
            for (var i = 0; i < rank; i++)
            {
                from = (from * chunk[i]) + at[i];
                to = (to * sizes[i]) + start[i] + at[i];
            }

            sink(checked((long)(to * (ulong)width)), bytes.AsSpan((int)(from * (ulong)width), (int)(run * (ulong)width)));
            count += run;
            var next = rank - 2;
            while (next >= 0 && (++at[next] == chunk[next] || start[next] + at[next] >= sizes[next]))
                at[next--] = 0;
            if (next < 0)
                return count;
        }
    }
}
