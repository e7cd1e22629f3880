using System.Buffers.Binary;
using System.Text;

namespace SupplyChainAnalyzers.Scanner.Tests.Formats.FlatBuffers;

/// <summary>Writes flat buffers front to back: each table with its list of fields before it, what it points to behind it.</summary>
internal sealed class FlatBuilder
{
    private readonly List<byte> _bytes = [];

    /// <summary>A whole file.</summary>
    public static byte[] File(string identifier, Dictionary<int, object> root)
    {
        var builder = new FlatBuilder();
        builder._bytes.AddRange(new byte[4]);
        builder._bytes.AddRange(Encoding.ASCII.GetBytes(identifier));
        builder._bytes.AddRange(new byte[24]); // room for an extended header
        builder.Patch(0, builder.Write(root));
        return [.. builder._bytes];
    }

    // A value is a byte, an int, a long, a ulong, a string, bytes, numbers, a table or a list of tables or texts.
    private int Write(object value) => value switch
    {
        Dictionary<int, object> table => WriteTable(table),
        string text => WriteVector(Encoding.UTF8.GetBytes(text), 1),
        byte[] bytes => WriteVector(bytes, 1),
        int[] numbers => WriteVector([.. numbers.SelectMany(BitConverter.GetBytes)], 4),
        long[] numbers => WriteVector([.. numbers.SelectMany(BitConverter.GetBytes)], 8),
        object[] items => WriteOffsets(items),
        _ => throw new ArgumentException($"{value.GetType()} is no value of a flat buffer"),
    };

    private int WriteTable(Dictionary<int, object> table)
    {
        var slots = table.Count == 0 ? 0 : table.Keys.Max() + 1;
        var list = _bytes.Count;
        _bytes.AddRange(BitConverter.GetBytes((ushort)(4 + (2 * slots))));
        _bytes.AddRange(BitConverter.GetBytes((ushort)(4 + (8 * table.Count))));
        var order = table.Keys.Order().ToList();
        for (var i = 0; i < slots; i++)
            _bytes.AddRange(BitConverter.GetBytes((ushort)(order.IndexOf(i) is >= 0 and var at ? 4 + (8 * at) : 0)));

        var start = _bytes.Count;
        _bytes.AddRange(BitConverter.GetBytes(start - list));
        foreach (var index in order)
        {
            _bytes.AddRange(table[index] switch
            {
                byte value => [value, .. new byte[7]],
                int value => [.. BitConverter.GetBytes(value), .. new byte[4]],
                long value => BitConverter.GetBytes(value),
                ulong value => BitConverter.GetBytes(value),
                _ => new byte[8],
            });
        }

        for (var i = 0; i < order.Count; i++)
        {
            if (table[order[i]] is not (byte or int or long or ulong))
                Patch(start + 4 + (8 * i), Write(table[order[i]]));
        }

        return start;
    }

    private int WriteVector(byte[] content, int elementSize)
    {
        var start = _bytes.Count;
        _bytes.AddRange(BitConverter.GetBytes(content.Length / elementSize));
        _bytes.AddRange(content);
        return start;
    }

    private int WriteOffsets(object[] items)
    {
        var start = WriteVector(new byte[4 * items.Length], 4);
        for (var i = 0; i < items.Length; i++)
            Patch(start + 4 + (4 * i), Write(items[i]));
        return start;
    }

    private void Patch(int at, int target)
    {
        Span<byte> offset = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(offset, target - at);
        for (var i = 0; i < 4; i++)
            _bytes[at + i] = offset[i];
    }
}
