namespace SupplyChainAnalyzers.Scanner.Formats.Hdf5;

/// <summary>The names of an old group (III.D): <c>HEAP</c>, version, reserved 3, size, free list, address of the data.</summary>
internal sealed class LocalHeap(Hdf5Volume volume, long data, long size)
{
    public static LocalHeap Read(Hdf5Volume volume, long place)
    {
        var cursor = volume.At(place, "a local heap");
        cursor.Signature("HEAP"u8);
        cursor.Skip(4);
        var size = cursor.Length();
        cursor.Length();
        var data = cursor.Required();
        return size <= (ulong)(volume.Source.Length - data) ? new LocalHeap(volume, data, (long)size) : throw cursor.Damaged("is longer than the file");
    }

    /// <summary>The text that begins so many bytes into the data.</summary>
    public string Text(ulong offset) => volume.At(data + (long)Math.Min(offset, (ulong)size), size - (long)Math.Min(offset, (ulong)size), "a name in a local heap").Terminated();
}
