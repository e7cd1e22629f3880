namespace SupplyChainAnalyzers.Scanner.Formats.Hdf5;

/// <summary>
/// The links of a group, wherever they are kept: as messages, in a fractal heap (IV.A.2.c), or in the old form of a B-tree of symbol
/// table nodes whose names stand in a local heap (III.A–D).
/// </summary>
internal static class Hdf5Group
{
    private const int SoftLinkCache = 2;

    public static IEnumerable<Hdf5Link> Links(Hdf5Header header)
    {
        foreach (var message in header.Messages)
        {
            switch (message.Type)
            {
                case Hdf5MessageType.Link:
                    yield return Hdf5Link.Read(message.Open());
                    break;
                case Hdf5MessageType.LinkInfo:
                    foreach (var link in Dense(message.Open()))
                        yield return link;
                    break;
                case Hdf5MessageType.SymbolTable:
                    foreach (var link in Old(message.Open()))
                        yield return link;
                    break;
            }
        }
    }

    // Version, flags, highest order 8 (flag 0), heap, index by name, index by order (flag 1).
    private static IEnumerable<Hdf5Link> Dense(Hdf5Cursor info)
    {
        info.Skip(1);
        var flags = info.U8();
        info.Skip((flags & 1) != 0 ? 8 : 0);
        var (heapPlace, indexPlace) = (info.Place(), info.Place());
        if (heapPlace is not { } place || indexPlace is not { } index)
            yield break;

        var heap = FractalHeap.Read(info.Volume, place);
        foreach (var record in BTree2.Records(info.Volume, index))
        {
            record.Skip(4); // hash of the name
            yield return Hdf5Link.Read(heap.Open(record.Bytes(7)));
        }
    }

    private static IEnumerable<Hdf5Link> Old(Hdf5Cursor table)
    {
        var volume = table.Volume;
        var tree = table.Place();
        if (tree is null || table.Place() is not { } heapPlace)
            yield break;

        var names = LocalHeap.Read(volume, heapPlace);
        foreach (var node in BTree1.Leaves(volume, tree.Value, nodeType: 0, keySize: volume.LengthSize))
        {
            var cursor = volume.At(node.Child, "a symbol table node");
            cursor.Signature("SNOD"u8);
            cursor.Skip(2);
            for (var count = cursor.U16(); count > 0; count--)
            {
                volume.Step();
                var place = cursor.Position;
                var name = names.Text(cursor.UInt(volume.OffsetSize));
                var header = cursor.Place();
                var cache = cursor.U32();
                cursor.Skip(4);
                var target = cursor.U32();
                cursor.Skip(12);
                yield return cache == SoftLinkCache
                    ? new Hdf5Link(name, Hdf5LinkKind.Soft, null, names.Text(target), "", place)
                    : new Hdf5Link(name, Hdf5LinkKind.Hard, header, "", "", place);
            }
        }
    }
}
