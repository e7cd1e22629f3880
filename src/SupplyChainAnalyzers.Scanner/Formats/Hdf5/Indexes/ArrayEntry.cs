namespace SupplyChainAnalyzers.Scanner.Formats.Hdf5.Indexes;

/// <summary>A chunk in a fixed or extensible array.</summary>
/// <param name="Index">Its number in the grid.</param>
/// <param name="Place">Where it stands; null when it was never written.</param>
/// <param name="Size">Bytes there; null when chunks are not filtered and all alike.</param>
/// <param name="Mask">Filters that were skipped.</param>
internal readonly record struct ArrayEntry(ulong Index, long? Place, long? Size, uint Mask)
{
    /// <summary>An address, and of a filtered chunk its size and mask 4 as well.</summary>
    public static ArrayEntry Read(Hdf5Cursor cursor, ulong index, int entrySize)
    {
        var rest = entrySize - cursor.Volume.OffsetSize;
        if (rest is not (0 or (> 4 and <= 12)))
            throw cursor.Damaged("has entries of an impossible size");

        cursor.Volume.Step();
        var place = cursor.Place();
        return rest == 0
            ? new ArrayEntry(index, place, null, 0)
            : new ArrayEntry(index, place, (long)Math.Min(cursor.UInt(rest - 4), long.MaxValue), cursor.U32());
    }
}
