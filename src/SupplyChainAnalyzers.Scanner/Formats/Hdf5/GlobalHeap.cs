namespace SupplyChainAnalyzers.Scanner.Formats.Hdf5;

/// <summary>
/// Where elements of variable length lie (III.E): <c>GCOL</c>, version, reserved 3, size, then objects: index 2, references 2,
/// reserved 4, size, bytes padded to eight. The places of the collection read last are kept: elements come in order.
/// </summary>
internal sealed class GlobalHeap(Hdf5Volume volume)
{
    private const string What = "a global heap";

    private readonly Dictionary<uint, (long Place, long Size)> _objects = [];
    private long _collection = -1;

    /// <summary>Reads a reference (address of the collection, index 4) and opens what it leads to; null when it leads nowhere.</summary>
    public Hdf5Cursor? Follow(Hdf5Cursor reference)
    {
        var collection = volume.Place(reference.UInt(volume.OffsetSize)); // the reference may stand in a copy of its own
        var index = reference.U32();
        if (collection is null || index == 0)
            return null;

        Load(collection.Value);
        return _objects.TryGetValue(index, out var found) ? volume.At(found.Place, found.Size, What) : throw reference.Damaged("refers to a text that is not there");
    }

    private void Load(long place)
    {
        if (place == _collection)
            return;

        _objects.Clear();
        _collection = place;
        var head = volume.At(place, What);
        head.Signature("GCOL"u8);
        head.Skip(4);
        var whole = volume.At(place, (long)Math.Min(head.Length(), long.MaxValue), What);
        whole.Skip(8 + volume.LengthSize);
        while (whole.Left >= 8 + volume.LengthSize)
        {
            volume.Step();
            var index = whole.U16();
            whole.Skip(6);
            var size = whole.Length();
            if (index == 0)
                return; // the rest is free

            if (size > (ulong)whole.Left)
                throw whole.Damaged("holds an object that is longer than itself");
            _objects[index] = (whole.Position, (long)size);
            whole.Skip(Math.Min(whole.Left, ((long)size + 7) & ~7L));
        }
    }
}
