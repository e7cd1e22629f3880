namespace SupplyChainAnalyzers.Scanner.Formats.Hdf5;

/// <summary>
/// Reads element types. Class and version 1, flags 3, size 4, then what the class needs; types nest, so depth is limited.
/// Versions 1 and 2 pad names to eight bytes, version 3 and later do not.
/// </summary>
internal static class Hdf5TypeReader
{
    private const int MaxDepth = 16;
    private const int MaxSize = 1 << 28;

    public static Hdf5Type Read(Hdf5Cursor cursor) => Read(cursor, 0);

    private static Hdf5Type Read(Hdf5Cursor cursor, int depth)
    {
        if (depth > MaxDepth)
            throw cursor.Damaged("holds types within types, too deep");

        cursor.Volume.Step();
        var head = cursor.U8();
        var (kind, version) = ((Hdf5TypeClass)(head & 15), head >> 4);
        var flags = (uint)cursor.UInt(3);
        var size = cursor.U32();
        if (size > MaxSize)
            throw cursor.Damaged("has elements of an impossible size");

        var type = new Hdf5Type(kind, (int)size);
        switch (kind)
        {
            case Hdf5TypeClass.Integer:
            case Hdf5TypeClass.Bits:
                cursor.Skip(4);
                return type with { IsBigEndian = (flags & 1) != 0, IsSigned = (flags & 8) != 0 };
            case Hdf5TypeClass.Float:
                return Float(cursor, type, flags);
            case Hdf5TypeClass.Time:
                cursor.Skip(2);
                return type;
            case Hdf5TypeClass.Text:
            case Hdf5TypeClass.Reference:
                return type;
            case Hdf5TypeClass.Opaque:
                return type with { Tag = cursor.Text(flags & 0xFF) };
            case Hdf5TypeClass.Compound:
                return type with { Fields = Fields(cursor, version, flags & 0xFFFF, size, depth) };
            case Hdf5TypeClass.Enumeration:
                return Enumeration(cursor, type, version, flags & 0xFFFF, depth);
            case Hdf5TypeClass.Sequence:
                return type with { IsText = (flags & 15) == 1, Element = Read(cursor, depth + 1) };
            case Hdf5TypeClass.Array:
                return Array(cursor, type, version, depth);
            case Hdf5TypeClass.Complex:
                return type with { Element = Read(cursor, depth + 1) };
            default:
                throw cursor.Damaged("has elements of an unknown type");
        }
    }

    private static Hdf5Type Float(Hdf5Cursor cursor, Hdf5Type type, uint flags)
    {
        cursor.Skip(5);
        var exponent = cursor.U8();
        cursor.Skip(1);
        var mantissa = cursor.U8();
        cursor.Skip(4);
        return type with { IsBigEndian = (flags & 1) != 0, IsSigned = true, Bits = (exponent, mantissa) };
    }

    private static List<Hdf5Field> Fields(Hdf5Cursor cursor, int version, uint count, uint size, int depth)
    {
        var fields = new List<Hdf5Field>();
        var offsetSize = version >= 3 ? EncodedSize.Of(size) : 4;
        for (var i = 0; i < count; i++)
        {
            var name = Name(cursor, version);
            var offset = cursor.UInt(offsetSize);
            if (version == 1)
                cursor.Skip(28); // rank 1, reserved 3, permutation 4, reserved 4, four sizes
            var type = Read(cursor, depth + 1);
            if (offset + (ulong)type.Size > size)
                throw cursor.Damaged("has a member outside its element");

            fields.Add(new Hdf5Field(name, (int)offset, type));
        }

        return fields;
    }

    private static Hdf5Type Enumeration(Hdf5Cursor cursor, Hdf5Type type, int version, uint count, int depth)
    {
        var element = Read(cursor, depth + 1);
        for (var i = 0; i < count; i++)
        {
            cursor.Volume.Step();
            Name(cursor, version);
        }

        cursor.Skip(count * (long)element.Size);
        return type with { Element = element };
    }

    private static Hdf5Type Array(Hdf5Cursor cursor, Hdf5Type type, int version, int depth)
    {
        var rank = cursor.U8();
        if (version < 3)
            cursor.Skip(3);

        long count = 1;
        for (var i = 0; i < rank; i++)
        {
            count *= cursor.U32();
            if (count > MaxSize)
                throw cursor.Damaged("has elements of an impossible size");
        }

        if (version < 3)
            cursor.Skip(4L * rank);
        return type with { Element = Read(cursor, depth + 1), Count = (int)count };
    }

    private static string Name(Hdf5Cursor cursor, int version)
    {
        var start = cursor.Position;
        var name = cursor.Terminated();
        if (version < 3 && (cursor.Position - start) % 8 is > 0 and var rest)
            cursor.Skip(8 - rest);

        return name;
    }
}
