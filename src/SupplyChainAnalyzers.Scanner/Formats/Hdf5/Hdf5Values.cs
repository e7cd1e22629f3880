namespace SupplyChainAnalyzers.Scanner.Formats.Hdf5;

/// <summary>Takes elements that hold text or bytes out of an attribute or a dataset; numbers say nothing and are passed over.</summary>
internal sealed class Hdf5Values(Hdf5Volume volume)
{
    /// <summary>Bytes of one value: a configuration, a pickled object.</summary>
    public const int MaxValue = 64 << 20;

    private const int MaxDepth = 4;

    private readonly GlobalHeap _heap = new(volume);

    /// <summary>Whether elements of this type can hold text or bytes.</summary>
    public static bool Fits(Hdf5Type type) => type.Class switch
    {
        Hdf5TypeClass.Text or Hdf5TypeClass.Opaque => true,
        Hdf5TypeClass.Integer => type.Size == 1,
        Hdf5TypeClass.Sequence => type.IsText || type.Element is { } element && (element.Size == 1 || Fits(element)),
        Hdf5TypeClass.Array => type.Element is { } item && Fits(item),
        Hdf5TypeClass.Compound => type.Fields.Any(static field => Fits(field.Type)),
        _ => false,
    };

    /// <summary>Whether all elements together are one value: an array of bytes.</summary>
    public static bool IsOne(Hdf5Type type) => type is { Class: Hdf5TypeClass.Integer, Size: 1 };

    /// <summary>The values of one element.</summary>
    public IEnumerable<byte[]> Of(Hdf5Type type, Hdf5Cursor element) => Of(type, element, 0);

    private IEnumerable<byte[]> Of(Hdf5Type type, Hdf5Cursor element, int depth)
    {
        if (depth > MaxDepth)
            throw element.Damaged("holds values within values, too deep");

        switch (type.Class)
        {
            case Hdf5TypeClass.Sequence when type.Element is { } item:
                element.Skip(4);
                if (_heap.Follow(element) is not { } found)
                    break;
                if (type.IsText || item.Size == 1)
                    yield return Bytes(found);
                else
                    foreach (var value in Items(item, found, depth))
                        yield return value;
                break;
            case Hdf5TypeClass.Compound:
                foreach (var field in type.Fields.Where(static field => Fits(field.Type)))
                {
                    foreach (var value in Of(field.Type, element.Volume.At(element.Position + field.Offset, field.Type.Size, "an element"), depth + 1))
                        yield return value;
                }

                break;
            case Hdf5TypeClass.Array when type.Element is { Size: > 1 } item:
                foreach (var value in Items(item, element.Volume.At(element.Position, type.Size, "an element"), depth))
                    yield return value;
                break;
            default:
                yield return element.Volume.At(element.Position, type.Size, "an element").Bytes(type.Size);
                break;
        }
    }

    private IEnumerable<byte[]> Items(Hdf5Type item, Hdf5Cursor list, int depth)
    {
        if (item.Size == 0)
            yield break;

        while (list.Left >= item.Size)
        {
            volume.Step();
            foreach (var value in Of(item, list.Volume.At(list.Position, item.Size, "an element"), depth + 1))
                yield return value;
            list.Skip(item.Size);
        }
    }

    private static byte[] Bytes(Hdf5Cursor found) => found.Left <= MaxValue ? found.Bytes(found.Left) : throw found.Damaged("holds a text that is too long");
}
