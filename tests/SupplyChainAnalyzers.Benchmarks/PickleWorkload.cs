using System.Buffers.Binary;
using System.Text;

namespace SupplyChainAnalyzers.Benchmarks;

/// <summary>Pickles of about 200 MB, as Python's pickler writes them with protocol 4 (without frames, which change nothing).</summary>
internal static class PickleWorkload
{
    private const int Batch = 1000; // items a pickler puts between two marks

    public static void Tensors(Stream to)
    {
        to.Write([0x80, 4, (byte)']', 0x94, (byte)'(']);
        var bytes = new byte[10_000_000];
        new Random(1).NextBytes(bytes);
        Span<byte> head = stackalloc byte[5];
        for (var i = 0; i < 20; i++)
        {
            head[0] = (byte)'B';
            BinaryPrimitives.WriteInt32LittleEndian(head[1..], bytes.Length);
            to.Write(head);
            to.Write(bytes);
            to.WriteByte(0x94);
        }

        to.Write("e."u8);
    }

    public static void Floats(Stream to) => Batches(to, 22_000_000, static (bytes, number) =>
    {
        bytes.Add((byte)'G');
        Span<byte> value = stackalloc byte[8];
        BinaryPrimitives.WriteDoubleBigEndian(value, number);
        bytes.AddRange(value);
    });

    public static void Integers(Stream to) => Batches(to, 100_000_000, static (bytes, number) => bytes.AddRange([(byte)'K', (byte)number]));

    public static void Texts(Stream to) => Batches(to, 18_000_000, static (bytes, number) =>
    {
        bytes.AddRange([0x8c, 8]);
        bytes.AddRange(Encoding.ASCII.GetBytes(number.ToString("x8", System.Globalization.CultureInfo.InvariantCulture)));
        bytes.Add(0x94);
    });

    // {'k': [(1, 2), (3, 4)]} with every container remembered.
    public static void Containers(Stream to) => Batches(to, 2_600_000, static (bytes, _) =>
        bytes.AddRange([(byte)'}', 0x94, 0x8c, 8, .. "key-name"u8, 0x94, (byte)']', 0x94, (byte)'(', (byte)'K', 1, (byte)'K', 2, 0x86, 0x94, (byte)'G', 0, 0, 0, 0, 0, 0, 0, 0, (byte)'G', 0, 0, 0, 0, 0, 0, 0, 0, 0x86, 0x94, (byte)'J', 0, 1, 2, 3, (byte)'J', 0, 1, 2, 3, (byte)'J', 0, 1, 2, 3, (byte)'J', 0, 1, 2, 3, (byte)'e', (byte)'s']));

    // datetime.datetime(b'…'), the class remembered as 1.
    public static void Objects(Stream to) => Batches(to, 5_000_000, static (bytes, _) =>
        bytes.AddRange([(byte)'h', 1, (byte)'C', 10, 7, 0xea, 1, 2, 3, 4, 5, 0, 0, 0, 0x94, 0x85, 0x94, (byte)'R', 0x94, .. new byte[] { (byte)'G', 0, 0, 0, 0, 0, 0, 0, 0 }, (byte)'G', 0, 0, 0, 0, 0, 0, 0, 0]));

    private static void Batches(Stream to, int count, Action<List<byte>, int> item)
    {
        to.Write([0x80, 4, (byte)']', 0x94, .. "cdatetime\ndatetime\n"u8, 0x94, (byte)'0']);
        var bytes = new List<byte>(Batch * 64);
        for (var number = 0; number < count;)
        {
            bytes.Clear();
            bytes.Add((byte)'(');
            for (var end = Math.Min(number + Batch, count); number < end; number++)
                item(bytes, number);

            bytes.Add((byte)'e');
            to.Write(bytes.ToArray());
        }

        to.WriteByte((byte)'.');
    }
}
