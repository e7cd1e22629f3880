using System.Buffers.Binary;
using System.Text;

namespace SupplyChainAnalyzers.Scanner.Tests.Fuzz;

/// <summary>Damages bytes the way parsers break: bits, bytes, blocks, parts of other files, words of the formats, and lengths that lie.</summary>
internal sealed class ByteMutator(Random random)
{
    private const int MaxLength = 1 << 16;

    private static readonly long[] Interesting =
    [
        0, 1, -1, 2, 7, 8, 15, 16, 31, 32, 63, 64, 127, 128, 255, 256, 4095, 4096, 32767, 32768, 65535, 65536, int.MaxValue, int.MinValue, uint.MaxValue, 1L << 32,
        1L << 40, long.MaxValue, long.MinValue, long.MaxValue - 7, 0x7FFFFFFFFFFFFFF8, 0x5555555555555556,
    ];

    private static readonly byte[][] Words = [.. new[]
    {
        "PK\u0003\u0004", "PK\u0001\u0002", "PK\u0005\u0006", "PK\u0006\u0006", "PK\u0006\u0007", "GGUF", "\u0080\u0004\u0095", "cos\nsystem\n", "R.", "__builtins__", "../", "..\\", "/etc/passwd", "{{", "{%",
        "data.pkl", "external_data", "location", "dtype", "shape", "data_offsets", "__metadata__", "\u0089HDF\r\n\u001a\n", "TREE", "SNOD", "HEAP", "OHDR", "FRHP", "\u0093NUMPY", "'descr'", "'|O'", "lambda",
        "ustar\u000000", "7z\u00bc\u00af\u0027\u001c", "\u001f\u008b\u0008", "BZh9", "\u00fd7zXZ\u0000", "\u0004\u0022\u004d\u0018", "\u0028\u00b5\u002f\u00fd", "\n", "\0", "\"", "\\u0000", "!!python/object", "<!ENTITY", "TFL3",
    }.Select(Encoding.Latin1.GetBytes)];

    /// <summary>A damaged copy of <paramref name="original"/>; <paramref name="other"/> lends parts.</summary>
    public byte[] Mutate(byte[] original, byte[] other)
    {
        var bytes = (byte[])original.Clone();
        for (var count = 1 << random.Next(5); count > 0; count--)
            bytes = Once(bytes, other);

        return bytes.Length <= MaxLength ? bytes : bytes[..MaxLength];
    }

    private byte[] Once(byte[] bytes, byte[] other)
    {
        if (bytes.Length == 0)
            return [(byte)random.Next(256)];

        var at = random.Next(4) == 0 ? random.Next(Math.Min(64, bytes.Length)) : random.Next(bytes.Length); // heads hold the most
        switch (random.Next(12))
        {
            case 0 or 1:
                bytes[at] ^= (byte)(1 << random.Next(8));
                return bytes;
            case 2:
                bytes[at] = (byte)random.Next(256);
                return bytes;
            case 3:
                bytes[at] += (byte)random.Next(-3, 4);
                return bytes;
            case 4 or 5:
                Write(bytes, at, Interesting[random.Next(Interesting.Length)] + random.Next(-1, 2));
                return bytes;
            case 6:
                return [.. bytes[..at], .. Words[random.Next(Words.Length)], .. bytes[at..]];
            case 7:
                return Overwritten(bytes, at, Words[random.Next(Words.Length)]);
            case 8:
                return [.. bytes[..at], .. bytes[Math.Min(bytes.Length, at + random.Next(1, 33))..]];
            case 9:
                return [.. bytes[..at], .. Part(bytes), .. bytes[at..]];
            case 10:
                return [.. bytes[..at], .. Part(other), .. bytes[at..]];
            default:
                return random.Next(3) == 0 ? bytes[..at] : Overwritten(bytes, at, Part(other));
        }
    }

    private void Write(byte[] bytes, int at, long value)
    {
        var field = new byte[8];
        if (random.Next(4) == 0)
            BinaryPrimitives.WriteInt64BigEndian(field, value << (8 * random.Next(8)));
        else
            BinaryPrimitives.WriteInt64LittleEndian(field, value);
        field.AsSpan(0, Math.Min(1 << random.Next(4), bytes.Length - at)).CopyTo(bytes.AsSpan(at));
    }

    private byte[] Part(byte[] bytes)
    {
        var start = random.Next(bytes.Length + 1);
        return bytes[start..Math.Min(bytes.Length, start + random.Next(1, 129))];
    }

    private static byte[] Overwritten(byte[] bytes, int at, byte[] part)
    {
        part.AsSpan(0, Math.Min(part.Length, bytes.Length - at)).CopyTo(bytes.AsSpan(at));
        return bytes;
    }
}
