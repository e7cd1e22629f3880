using System.Buffers.Binary;
using System.Text;
using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Formats.NumPy;

/// <summary>
/// Header of a NumPy array (NEP 1; numpy/lib/format.py): <c>\x93NUMPY</c>, version 2, length (2 in version 1, else 4), a
/// dictionary of exactly descr, fortran_order and shape.
/// </summary>
/// <param name="DataOffset">Where the elements, or the pickle, start.</param>
/// <param name="Type">The elements.</param>
/// <param name="Size">Bytes of all elements; null when they are no number NumPy could use.</param>
internal sealed record ArrayHeader(long DataOffset, ArrayType Type, long? Size)
{
    /// <summary>Bytes; NumPy refuses more than 10,000 unless it may unpickle.</summary>
    public const int MaxLength = 1 << 20;

    private const int MaxDimensions = 64; // NumPy 2; 32 before

    public static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>Whether an array starts at a place.</summary>
    public static bool IsAt(ByteSource file, long offset)
    {
        Span<byte> magic = stackalloc byte[6];
        return file.Read(offset, magic) == magic.Length && magic.SequenceEqual(Magic);
    }

    /// <summary>Whether the header calls something: a description holds strings, numbers and the three constants.</summary>
    public static bool IsCode(ByteSource file, long offset)
    {
        var head = new byte[4096];
        var text = Encoding.Latin1.GetString(head, 0, file.Read(offset + 8, head));
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        text = end < 0 ? text : text[..end];
        return text.Contains("__import__", StringComparison.Ordinal)
            || Enumerable.Range(1, Math.Max(0, text.Length - 1)).Any(i => text[i] == '(' && (char.IsAsciiLetterOrDigit(text[i - 1]) || text[i - 1] is '_' or ')' or ']'));
    }

    /// <exception cref="DamagedFileException">NumPy would not read it either.</exception>
    public static ArrayHeader Read(ByteSource file, long offset)
    {
        var version = file.ReadByte(offset + 6, "its header");
        if (!IsAt(file, offset) || version is not (1 or 2 or 3))
            throw new DamagedFileException($"the array has version {version}, which is unknown", offset + 6);

        var width = version == 1 ? 2 : 4;
        var length = version == 1 ? BinaryPrimitives.ReadUInt16LittleEndian(file.ReadBytes(offset + 8, 2, "its header")) : file.ReadUInt32(offset + 8, "its header");
        if (length > MaxLength)
            throw new DamagedFileException($"the array's header of {length} bytes is larger than {MaxLength}", offset + 8);

        var text = (version == 3 ? Encoding.UTF8 : Encoding.Latin1).GetString(file.ReadBytes(offset + 8 + width, (int)length, "its header"));
        var start = offset + 8 + width;
        if (PythonLiteral.Parse(text) is not Dictionary<string, object?> { Count: 3 } header
            || !header.TryGetValue("descr", out var description)
            || !header.TryGetValue("shape", out var shape)
            || !header.TryGetValue("fortran_order", out var order) || order is not bool)
            throw new DamagedFileException("the array's header has other entries than type, order and shape", start);

        var type = ArrayType.Of(description);
        return new ArrayHeader(start + length, type, Product(type.Size ?? 0, shape, start));
    }

    private static long? Product(long size, object? shape, long offset)
    {
        if (shape is not object?[] { Length: <= MaxDimensions } lengths)
            throw new DamagedFileException("the array's shape is none", offset);

        if (Array.Exists(lengths, static length => length is long and 0))
            return 0;

        foreach (var part in lengths)
        {
            if (part is not long length)
                throw new DamagedFileException("the array's shape is none", offset);
            if (length < 0 || size > long.MaxValue / length)
                return null;

            size *= length;
        }

        return size;
    }
}
