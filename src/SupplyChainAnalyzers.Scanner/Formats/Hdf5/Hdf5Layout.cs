namespace SupplyChainAnalyzers.Scanner.Formats.Hdf5;

/// <summary>
/// Where the elements of a dataset lie (IV.A.2.i). Versions 1 and 2: rank, kind, reserved 5, address, sizes 4 each; version 3: kind, then
/// size 2 and bytes (compact), address and size (contiguous), rank, address and sizes 4 each (chunked); version 4: the same, but chunked
/// is flags, rank, width, sizes, index and its parameters, address, and virtual is a reference into the global heap.
/// The last size of a chunk is that of an element.
/// </summary>
internal sealed record Hdf5Layout(Hdf5LayoutKind Kind, long? Place, long Size)
{
    private const int MaxRank = 33; // H5S_MAX_RANK and one for the element

    /// <summary>Elements of a chunk in each dimension.</summary>
    public ulong[] Chunk { get; init; } = [];

    public Hdf5ChunkIndexKind Index { get; init; }

    /// <summary>Of a single filtered chunk: its bytes and the filters that were skipped.</summary>
    public (long Size, uint Mask)? Single { get; init; }

    /// <summary>Of a virtual dataset: the reference to its mapping.</summary>
    public Hdf5Cursor? Mapping { get; init; }

    public static Hdf5Layout Read(Hdf5Cursor cursor)
    {
        var version = cursor.U8();
        if (version is 0 or > 5)
            throw cursor.Damaged("has an unknown version");
        if (version < 3)
            return Old(cursor);

        var kind = (Hdf5LayoutKind)cursor.U8();
        switch (kind)
        {
            case Hdf5LayoutKind.Compact:
                var size = cursor.U16();
                return new Hdf5Layout(kind, cursor.Position, size);
            case Hdf5LayoutKind.Contiguous:
                return new Hdf5Layout(kind, cursor.Place(), Bounded(cursor.Length()));
            case Hdf5LayoutKind.Chunked:
                return version == 3 ? Chunked3(cursor) : Chunked4(cursor);
            case Hdf5LayoutKind.Virtual:
                return new Hdf5Layout(kind, null, 0) { Mapping = cursor };
            default:
                throw cursor.Damaged("has an unknown kind");
        }
    }

    private static Hdf5Layout Old(Hdf5Cursor cursor)
    {
        var rank = cursor.U8();
        var kind = (Hdf5LayoutKind)cursor.U8();
        cursor.Skip(5);
        var place = kind == Hdf5LayoutKind.Compact ? null : cursor.Place();
        var sizes = Sizes(cursor, rank, 4);
        switch (kind)
        {
            case Hdf5LayoutKind.Compact:
                var size = cursor.U32();
                return new Hdf5Layout(kind, cursor.Position, size);
            case Hdf5LayoutKind.Contiguous:
                return new Hdf5Layout(kind, place, -1);
            case Hdf5LayoutKind.Chunked when rank > 0:
                return new Hdf5Layout(kind, place, 0) { Chunk = sizes[..^1] };
            default:
                throw cursor.Damaged("has an unknown kind");
        }
    }

    private static Hdf5Layout Chunked3(Hdf5Cursor cursor)
    {
        var rank = cursor.U8();
        var place = cursor.Place();
        return new Hdf5Layout(Hdf5LayoutKind.Chunked, place, 0) { Chunk = WithoutElement(cursor, Sizes(cursor, rank, 4)) };
    }

    private static Hdf5Layout Chunked4(Hdf5Cursor cursor)
    {
        var flags = cursor.U8();
        var rank = cursor.U8();
        var chunk = WithoutElement(cursor, Sizes(cursor, rank, cursor.U8()));
        var index = (Hdf5ChunkIndexKind)cursor.U8();
        (long, uint)? single = null;
        switch (index)
        {
            case Hdf5ChunkIndexKind.Single when (flags & 2) != 0:
                single = (Bounded(cursor.Length()), cursor.U32());
                break;
            case Hdf5ChunkIndexKind.Single or Hdf5ChunkIndexKind.Implicit:
                break;
            case Hdf5ChunkIndexKind.FixedArray:
                cursor.Skip(1);
                break;
            case Hdf5ChunkIndexKind.ExtensibleArray:
                cursor.Skip(5);
                break;
            case Hdf5ChunkIndexKind.Tree2:
                cursor.Skip(6);
                break;
            default:
                throw cursor.Damaged("has an index of an unknown kind");
        }

        return new Hdf5Layout(Hdf5LayoutKind.Chunked, cursor.Place(), 0) { Chunk = chunk, Index = index, Single = single };
    }

    private static ulong[] Sizes(Hdf5Cursor cursor, int rank, int width)
    {
        if (rank > MaxRank || width > 8)
            throw cursor.Damaged("has too many dimensions");

        var sizes = new ulong[rank];
        for (var i = 0; i < rank; i++)
            sizes[i] = cursor.UInt(width);

        return sizes;
    }

    private static ulong[] WithoutElement(Hdf5Cursor cursor, ulong[] sizes) =>
        sizes.Length > 0 && !sizes.Contains(0ul) ? sizes[..^1] : throw cursor.Damaged("has chunks without a size");

    private static long Bounded(ulong size) => (long)Math.Min(size, long.MaxValue);
}
