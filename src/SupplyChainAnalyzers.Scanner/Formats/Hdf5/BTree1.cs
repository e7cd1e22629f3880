namespace SupplyChainAnalyzers.Scanner.Formats.Hdf5;

/// <summary>
/// B-trees of version 1 (III.A.1): <c>TREE</c>, type, level, entries 2, siblings, then keys and children in turns. Levels must fall
/// from node to node, so no cycle is walked twice.
/// </summary>
internal static class BTree1
{
    /// <summary>Keys and children of the lowest nodes, in order.</summary>
    public static IEnumerable<(Hdf5Cursor Key, long Child)> Leaves(Hdf5Volume volume, long root, int nodeType, int keySize)
    {
        var open = new Stack<(long Place, int Level)>();
        open.Push((root, -1));
        while (open.TryPop(out var node))
        {
            volume.Step();
            var cursor = volume.At(node.Place, "a B-tree");
            cursor.Signature("TREE"u8);
            if (cursor.U8() != nodeType)
                throw cursor.Damaged("is one of something else");

            var level = cursor.U8();
            if (node.Level >= 0 && level != node.Level - 1)
                throw cursor.Damaged("does not lead down");

            var count = cursor.U16();
            cursor.Skip(2L * volume.OffsetSize);
            var below = new List<(long, int)>();
            for (var i = 0; i < count; i++)
            {
                volume.Step();
                var key = volume.At(cursor.Position, keySize, "a B-tree");
                cursor.Skip(keySize);
                var child = cursor.Required();
                if (level == 0)
                    yield return (key, child);
                else
                    below.Add((child, level));
            }

            below.Reverse();
            below.ForEach(open.Push);
        }
    }
}
