namespace SupplyChainAnalyzers.Scanner.Formats.Hdf5;

/// <summary>The attributes of an object, as messages or in a fractal heap (IV.A.2.v).</summary>
internal static class Hdf5Attributes
{
    private const byte SharedFlag = 2;

    public static IEnumerable<Hdf5Attribute> Of(Hdf5Header header)
    {
        foreach (var message in header.Messages)
        {
            switch (message.Type)
            {
                case Hdf5MessageType.Attribute:
                    yield return Hdf5Attribute.Read(message.Resolve().Open());
                    break;
                case Hdf5MessageType.AttributeInfo:
                    foreach (var attribute in Dense(message.Open()))
                        yield return attribute;
                    break;
            }
        }
    }

    // Version, flags, highest order 2 (flag 0), heap, index by name. A record is heap id 8, flags, order 4, hash 4.
    private static IEnumerable<Hdf5Attribute> Dense(Hdf5Cursor info)
    {
        info.Skip(1);
        var flags = info.U8();
        info.Skip((flags & 1) != 0 ? 2 : 0);
        var (heapPlace, indexPlace) = (info.Place(), info.Place());
        if (heapPlace is not { } place || indexPlace is not { } index)
            yield break;

        var heap = FractalHeap.Read(info.Volume, place);
        foreach (var record in BTree2.Records(info.Volume, index))
        {
            var id = record.Bytes(8);
            if ((record.U8() & SharedFlag) != 0)
                throw record.Damaged("lies in the file's heap of shared messages, which is not opened here");

            yield return Hdf5Attribute.Read(heap.Open(id));
        }
    }
}
