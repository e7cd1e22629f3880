using System.IO.Compression;

namespace SupplyChainAnalyzers.Scanner.Tests.Fuzz;

/// <summary>Zip archives (APPNOTE.TXT) whose two directories may disagree about anything.</summary>
internal static class ZipGenerator
{
    private static readonly string[] Names =
        ["archive/data.pkl", "archive/version", "archive/data/0", "data.pkl", "constants.pkl", "a.npy", "config.json", "metadata.json", "model.weights.h5", "schema.json", "../up", "/abs", "a/", "C:\\x", "\u202E", "", "inner.zip", "code/__torch__.py"];

    private sealed record Entry(string Name, int Method, int Flags, uint Crc, byte[] Packed, int Size, long Offset);

    public static byte[] Next(Random random, byte[][] contents)
    {
        var to = new FuzzBytes(random);
        if (to.Chance(10))
            to.Raw(contents[random.Next(contents.Length)]); // something in front
        var start = to.Chance(3) ? 0 : to.Length;
        var entries = new List<Entry>();
        for (var count = random.Next(6); count > 0; count--)
            entries.Add(Local(to, contents));

        var directory = to.Length;
        var listed = 0;
        foreach (var entry in entries.Where(_ => !to.Chance(20)))
        {
            Central(to, entry);
            listed++;
        }

        var size = to.Length - directory;
        if (to.Chance(6))
            Zip64(to, listed, size, directory - start);
        to.U32(0x06054B50).U16(to.Mostly(0)).U16(to.Mostly(0)).U16(to.Mostly(listed)).U16(to.Mostly(listed)).U32(to.Mostly(size)).U32(to.Mostly(directory - start));
        var comment = random.Next(8) == 0 ? random.Next(30) : 0;
        to.U16(to.Mostly(comment)).Raw(new byte[comment]);
        return to.ToArray();
    }

    private static Entry Local(FuzzBytes to, byte[][] contents)
    {
        var content = to.Chance(3) ? contents[to.Random.Next(contents.Length)] : new byte[to.Random.Next(200)];
        var method = to.Any(0, 0, 8, 8, 8, 12, 14, 93, 9, 99);
        var packed = method == 8 ? Deflated(content) : content;
        var flags = to.Chance(5) ? to.Random.Next(1 << 16) : to.Any(0, 0x800, 8);
        var entry = new Entry(to.Any<string>(Names), method, flags, (uint)to.Mostly(0), packed, content.Length, to.Length);
        var extra = Extra(to, entry);
        to.U32(to.Chance(40) ? 0 : 0x04034B50).U16(20).U16(to.Mostly(flags)).U16(to.Mostly(method)).U32(0).U32(entry.Crc);
        to.U32(to.Mostly(packed.Length)).U32(to.Mostly(content.Length));
        Named(to, entry.Name, extra);
        to.Raw(packed);
        if ((flags & 8) != 0)
            to.U32(0x08074B50).U32(entry.Crc).U32(to.Mostly(packed.Length)).U32(to.Mostly(content.Length));
        return entry;
    }

    private static void Central(FuzzBytes to, Entry entry)
    {
        var name = to.Chance(24) ? to.Any<string>(Names) : entry.Name;
        var extra = Extra(to, entry);
        var saturated = extra.Length > 8;
        to.U32(0x02014B50).U16(20).U16(20).U16(to.Mostly(entry.Flags)).U16(to.Mostly(entry.Method)).U32(0).U32(to.Mostly(entry.Crc));
        to.U32(saturated ? uint.MaxValue : to.Mostly(entry.Packed.Length)).U32(saturated ? uint.MaxValue : to.Mostly(entry.Size));
        var bytes = System.Text.Encoding.UTF8.GetBytes(name);
        to.U16(to.Mostly(bytes.Length)).U16(to.Mostly(extra.Length)).U16(0).U16(to.Mostly(0)).U16(0).U32(to.Mostly(0)).U32(to.Mostly(entry.Offset)).Raw(bytes).Raw(extra);
    }

    private static void Named(FuzzBytes to, string name, byte[] extra)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(name);
        to.U16(to.Mostly(bytes.Length)).U16(to.Mostly(extra.Length)).Raw(bytes).Raw(extra);
    }

    // Zip64 sizes, a Unicode path, or nothing.
    private static byte[] Extra(FuzzBytes to, Entry entry)
    {
        var extra = new FuzzBytes(to.Random);
        if (to.Chance(10))
            extra.U16(1).U16(extra.Mostly(24)).U64(extra.Mostly(entry.Size)).U64(extra.Mostly(entry.Packed.Length)).U64(extra.Mostly(entry.Offset));
        else if (to.Chance(12))
            extra.U16(0x7075).U16(extra.Mostly(9)).Byte(1).U32(0).Text("path");
        return extra.ToArray();
    }

    private static void Zip64(FuzzBytes to, int listed, int size, int offset)
    {
        var end = to.Length;
        to.U32(0x06064B50).U64(to.Mostly(44)).U16(45).U16(45).U32(0).U32(0).U64(to.Mostly(listed)).U64(to.Mostly(listed)).U64(to.Mostly(size)).U64(to.Mostly(offset));
        to.U32(0x07064B50).U32(0).U64(to.Mostly(end)).U32(1);
    }

    private static byte[] Deflated(byte[] content)
    {
        var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Fastest))
            deflate.Write(content);
        return packed.ToArray();
    }
}
