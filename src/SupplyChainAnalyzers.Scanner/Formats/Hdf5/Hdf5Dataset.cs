namespace SupplyChainAnalyzers.Scanner.Formats.Hdf5;

/// <summary>An object with elements: their type, their shape, where they lie and what was done to them.</summary>
internal sealed record Hdf5Dataset(Hdf5Volume Volume, Hdf5Type Type, Hdf5Space Space, Hdf5Layout Layout, IReadOnlyList<Hdf5Filter> Filters)
{
    /// <summary>What stands where nothing was written; empty means zeros.</summary>
    public byte[] Fill { get; private init; } = [];

    /// <summary>Bytes of all elements.</summary>
    public ulong Size => Space.Count == 0 ? 0 : Space.Count > ulong.MaxValue / (ulong)Math.Max(Type.Size, 1) ? ulong.MaxValue : Space.Count * (ulong)Type.Size;

    /// <summary>Null when the object is no dataset.</summary>
    public static Hdf5Dataset? Read(Hdf5Volume volume, Hdf5Header header)
    {
        if (header.Find(Hdf5MessageType.Layout) is not { } layout || header.Find(Hdf5MessageType.Datatype) is not { } type || header.Find(Hdf5MessageType.Dataspace) is not { } space)
            return null;

        var filters = header.Find(Hdf5MessageType.FilterPipeline) is { } pipeline ? Hdf5Filter.Read(pipeline.Open()) : [];
        return new Hdf5Dataset(volume, Hdf5TypeReader.Read(type.Open()), Hdf5Space.Read(space.Open()), Hdf5Layout.Read(layout.Open()), filters)
        {
            Fill = header.Find(Hdf5MessageType.FillValue) is { } fill ? ReadFill(fill.Open()) : [],
        };
    }

    // Version 1 and 2: times 2, defined, size 4, value. Version 3: flags (5: defined), size 4, value.
    private static byte[] ReadFill(Hdf5Cursor cursor)
    {
        var version = cursor.U8();
        var isDefined = version >= 3 ? (cursor.U8() & 0x20) != 0 : SkipTimes(cursor) || version == 1;
        return isDefined && cursor.Left >= 4 ? cursor.Bytes(cursor.U32()) : [];
    }

    private static bool SkipTimes(Hdf5Cursor cursor)
    {
        cursor.Skip(2);
        return cursor.U8() != 0;
    }
}
