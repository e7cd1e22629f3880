namespace SupplyChainAnalyzers.Scanner.Formats.Hdf5;

/// <summary>
/// B-trees of version 2 (III.A.2). Header <c>BTHD</c>: version, type, node size 4, record size 2, depth 2, split, merge, root, its
/// records 2, all records. Inner nodes <c>BTIN</c> hold records, then children: address, records (as wide as needed), and above the
/// lowest level all records below (as wide as needed). Leaves <c>BTLF</c> hold records.
/// </summary>
internal static class BTree2
{
    private const int NodeOverhead = 10; // signature 4, version, type, checksum 4
    private const int MaxDepth = 32;

    /// <summary>Every record, in no certain order, as a cursor over its bytes.</summary>
    public static IEnumerable<Hdf5Cursor> Records(Hdf5Volume volume, long place)
    {
        var header = volume.At(place, "a B-tree header");
        header.Signature("BTHD"u8);
        header.Skip(2);
        var (nodeSize, recordSize, depth) = (header.U32(), header.U16(), header.U16());
        header.Skip(2);
        var root = header.Place();
        int rootCount = header.U16();
        if (depth > MaxDepth || recordSize == 0 || nodeSize < NodeOverhead + recordSize)
            throw header.Damaged("has impossible sizes");
        if (root is null)
            yield break;

        var widths = Widths(nodeSize, recordSize, depth, volume.OffsetSize);
        var open = new Stack<(long Place, int Level, int Count)>();
        open.Push((root.Value, depth, rootCount));
        while (open.TryPop(out var node))
        {
            volume.Step();
            var cursor = volume.At(node.Place, "a B-tree node");
            cursor.Signature(node.Level == 0 ? "BTLF"u8 : "BTIN"u8);
            cursor.Skip(2);
            for (var i = 0; i < node.Count; i++)
            {
                volume.Step();
                yield return volume.At(cursor.Position, recordSize, "a B-tree record");
                cursor.Skip(recordSize);
            }

            for (var i = 0; node.Level > 0 && i <= node.Count; i++)
            {
                var child = cursor.Required();
                var count = (int)Math.Min(cursor.UInt(widths.Count), ushort.MaxValue);
                cursor.Skip(widths.Total[node.Level - 1]);
                open.Push((child, node.Level - 1, count));
            }
        }
    }

    private static (int Count, int[] Total) Widths(uint nodeSize, int recordSize, int depth, int offsetSize)
    {
        var most = (nodeSize - NodeOverhead) / (ulong)recordSize;
        var (count, total, all) = (EncodedSize.Of(most), new int[depth + 1], most);
        for (var level = 1; level <= depth; level++)
        {
            var pointer = (ulong)(offsetSize + count + total[level - 1]);
            var records = nodeSize < NodeOverhead + pointer ? 0 : (nodeSize - (NodeOverhead + pointer)) / ((ulong)recordSize + pointer);
            all = all > ulong.MaxValue / (records + 2) ? ulong.MaxValue : ((records + 1) * all) + records;
            total[level] = EncodedSize.Of(all);
        }

        return (count, total);
    }
}
