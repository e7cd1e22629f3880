namespace SupplyChainAnalyzers.Scanner.Formats.Hdf5;

/// <summary>
/// A named value of an object (IV.A.2.m). Version, flags, sizes of name, type and space (2 each), version 3: encoding 1; then the
/// three, padded to eight bytes in version 1, then the data.
/// </summary>
internal sealed record Hdf5Attribute(string Name, Hdf5Type Type, Hdf5Space Space, Hdf5Cursor Data)
{
    public static Hdf5Attribute Read(Hdf5Cursor cursor)
    {
        var version = cursor.U8();
        var flags = cursor.U8();
        if (version is 0 or > 3)
            throw cursor.Damaged("has an unknown version");

        var (nameSize, typeSize, spaceSize) = (cursor.U16(), cursor.U16(), cursor.U16());
        if (version == 3)
            cursor.Skip(1);

        var pads = version == 1;
        var name = cursor.Text(nameSize);
        Pad(cursor, nameSize, pads);
        var type = Hdf5TypeReader.Read(Part(cursor, typeSize, pads, (flags & 1) != 0, Hdf5MessageType.Datatype));
        var space = Hdf5Space.Read(Part(cursor, spaceSize, pads, (flags & 2) != 0, Hdf5MessageType.Dataspace));
        return new Hdf5Attribute(name, type, space, cursor);
    }

    private static Hdf5Cursor Part(Hdf5Cursor cursor, int size, bool pads, bool isShared, Hdf5MessageType type)
    {
        var part = cursor.Volume.At(cursor.Position, size, "an attribute");
        cursor.Skip(size);
        Pad(cursor, size, pads);
        return isShared ? Hdf5Message.Shared(part, type).Resolve().Open() : part;
    }

    private static void Pad(Hdf5Cursor cursor, int size, bool pads)
    {
        if (pads && size % 8 != 0)
            cursor.Skip(8 - (size % 8));
    }
}
