namespace SupplyChainAnalyzers.Scanner.Formats.Hdf5;

/// <summary>
/// How many elements there are, and in what shape (IV.A.2.b). Version, rank, flags, then five reserved bytes (version 1) or the kind
/// (version 2: scalar, simple, null), sizes, and with flag 0 the largest sizes.
/// </summary>
/// <param name="Sizes">Elements in each dimension; none for a scalar.</param>
/// <param name="Limits">The most there may be; <see cref="ulong.MaxValue"/> for no limit.</param>
/// <param name="Count">Of all elements.</param>
internal sealed record Hdf5Space(ulong[] Sizes, ulong[] Limits, ulong Count)
{
    private const int MaxRank = 32; // H5S_MAX_RANK

    public static Hdf5Space Read(Hdf5Cursor cursor)
    {
        var version = cursor.U8();
        var rank = cursor.U8();
        var flags = cursor.U8();
        if (version is not (1 or 2) || rank > MaxRank)
            throw cursor.Damaged("has an unknown version or too many dimensions");

        var isNull = version == 2 ? cursor.U8() == 2 : Skip(cursor, 5);
        var sizes = new ulong[rank];
        for (var i = 0; i < rank; i++)
            sizes[i] = cursor.Length();

        var limits = (ulong[])sizes.Clone();
        for (var i = 0; (flags & 1) != 0 && i < rank; i++)
            limits[i] = cursor.Length() is var limit && limit == ulong.MaxValue >> (64 - (8 * cursor.Volume.LengthSize)) ? ulong.MaxValue : limit;

        return new Hdf5Space(sizes, limits, isNull ? 0 : Product(sizes, cursor));
    }

    private static bool Skip(Hdf5Cursor cursor, int count)
    {
        cursor.Skip(count);
        return false;
    }

    private static ulong Product(ulong[] sizes, Hdf5Cursor cursor)
    {
        if (sizes.Contains(0ul))
            return 0;

        ulong count = 1;
        foreach (var size in sizes)
        {
            if (size > (1ul << 60) / count)
                throw cursor.Damaged("has more elements than a number can say");
            count *= size;
        }

        return count;
    }
}
