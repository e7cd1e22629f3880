namespace SupplyChainAnalyzers.Scanner.Formats.Hdf5;

/// <summary>A name in a group and what it leads to.</summary>
/// <param name="Name">As stored, hostile.</param>
/// <param name="Kind">What it leads to.</param>
/// <param name="Header">Of a hard link: where the object's header stands.</param>
/// <param name="Target">Of a soft link: the path; of an external link: the path in the other file.</param>
/// <param name="File">Of an external link: the other file.</param>
/// <param name="Place">Where the link stands.</param>
internal sealed record Hdf5Link(string Name, Hdf5LinkKind Kind, long? Header, string Target, string File, long Place)
{
    /// <summary>
    /// A link message (IV.A.2.g): version, flags, kind 1 (flag 3), order 8 (flag 2), encoding 1 (flag 4), length of the name 1 to 8
    /// (flags 0–1), name, then an address (hard), or a length 2 and a path (soft) or flags, file and path (external).
    /// </summary>
    public static Hdf5Link Read(Hdf5Cursor cursor)
    {
        var place = cursor.Position;
        if (cursor.U8() != 1)
            throw cursor.Damaged("has an unknown version");

        var flags = cursor.U8();
        var kind = (flags & 8) != 0 ? cursor.U8() : 0;
        cursor.Skip(((flags & 4) != 0 ? 8 : 0) + ((flags & 16) != 0 ? 1 : 0));
        var name = cursor.Text((long)Math.Min(cursor.UInt(1 << (flags & 3)), long.MaxValue));
        switch (kind)
        {
            case 0:
                return new Hdf5Link(name, Hdf5LinkKind.Hard, cursor.Place(), "", "", place);
            case 1:
                return new Hdf5Link(name, Hdf5LinkKind.Soft, null, cursor.Text(cursor.U16()), "", place);
            case 64:
                cursor.Skip(3);
                var file = cursor.Terminated();
                return new Hdf5Link(name, Hdf5LinkKind.External, null, cursor.Terminated(), file, place);
            default:
                return new Hdf5Link(name, Hdf5LinkKind.UserDefined, null, $"{kind}", "", place);
        }
    }
}
