namespace SupplyChainAnalyzers.Scanner.Formats.Hdf5;

/// <summary>One step that was applied to every chunk (IV.A.2.l).</summary>
/// <param name="Id">Below 256 the library's own, above registered with The HDF Group or chosen at will.</param>
/// <param name="Name">As the writer called it, hostile.</param>
/// <param name="Values">Its parameters.</param>
internal sealed record Hdf5Filter(int Id, string Name, uint[] Values)
{
    public const int Deflate = 1;
    public const int Shuffle = 2;
    public const int Fletcher32 = 3;

    /// <summary>h5py's own compression; its loader is part of h5py.</summary>
    public const int Lzf = 32000;

    private const int MaxFilters = 32; // H5Z_MAX_NFILTERS
    private const int FirstWithName = 256;

    /// <summary>
    /// Registered with The HDF Group and shipped by hdf5plugin: blosc, bitshuffle, lz4, zstd and others. From
    /// "Registered Filter Plugins", support.hdfgroup.org.
    /// </summary>
    private static readonly HashSet<int> Registered =
    [
        4, 5, 6, 305, 307, Lzf, 32001, 32003, 32004, 32006, 32007, 32008, 32009, 32010, 32013, 32014, 32015, 32016, 32017, 32019, 32022, 32024, 32025, 32026, 32027, 32028,
    ];

    /// <summary>Whether it is undone here.</summary>
    public bool IsOpened => Id is Deflate or Shuffle or Fletcher32 or Lzf;

    /// <summary>Whether it is known to do nothing but compress.</summary>
    public bool IsRegistered => IsOpened || Registered.Contains(Id);

    /// <summary>
    /// Version 1: count, reserved 6, then id 2, length of name 2, flags 2, values 2, name padded to eight, values 4 each and four bytes
    /// of padding when they are odd. Version 2: count, then the same without padding, and without a name below id 256.
    /// </summary>
    public static List<Hdf5Filter> Read(Hdf5Cursor cursor)
    {
        var version = cursor.U8();
        var count = cursor.U8();
        if (version is not (1 or 2) || count > MaxFilters)
            throw cursor.Damaged("has an unknown version or too many filters");

        cursor.Skip(version == 1 ? 6 : 0);
        var filters = new List<Hdf5Filter>();
        for (var i = 0; i < count; i++)
        {
            var id = cursor.U16();
            int nameSize = version == 1 || id >= FirstWithName ? cursor.U16() : 0;
            cursor.Skip(2);
            var values = new uint[cursor.U16()];
            if (values.Length * 4L > cursor.Left)
                throw cursor.Damaged("has a filter that is longer than itself");

            var name = cursor.Text(version == 1 ? (nameSize + 7) & ~7 : nameSize);
            for (var k = 0; k < values.Length; k++)
                values[k] = cursor.U32();
            if (version == 1 && values.Length % 2 != 0)
                cursor.Skip(4);

            filters.Add(new Hdf5Filter(id, name, values));
        }

        return filters;
    }
}
