using System.Buffers.Binary;
using SupplyChainAnalyzers.Scanner.Formats.Protobuf;
using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Formats.TensorFlow;

/// <summary>
/// The index of a checkpoint (variables.index): a table of sorted keys (leveldb doc/table_format.md) from names to places in the data files
/// (tensor_bundle.proto). Footer of 48 bytes: places of two blocks as numbers, then a mark. A block: entries { shared, unshared and value
/// lengths, key, value }, then places to restart (4 each), their count (4), and behind it its compression (1) and checksum (4).
/// It holds names and numbers; nothing in it is run, and the data files are found by the index's own name.
/// </summary>
internal static class CheckpointIndex
{
    private const int FooterLength = 48;
    private const int TrailerLength = 5;
    private const int MaxBlocks = 4_000_000;

    private static ReadOnlySpan<byte> Mark => [0x57, 0xFB, 0x80, 0x8B, 0x24, 0x75, 0x47, 0xDB];

    public static bool Fits(ByteSource file)
    {
        if (file.Length < FooterLength)
            return false;

        Span<byte> mark = stackalloc byte[8];
        return file.Read(file.Length - mark.Length, mark) == mark.Length && mark.SequenceEqual(Mark);
    }

    /// <summary>Follows the index block to each data block.</summary>
    /// <exception cref="DamagedFileException">A block lies elsewhere or is compressed.</exception>
    public static void Check(ByteSource file)
    {
        var window = new ByteWindow(file);
        var place = file.Length - FooterLength;
        var (_, other) = Block(window, ref place); // of other metadata, empty
        var (start, length) = Block(window, ref place);
        var known = FooterLength + other + length + (2 * TrailerLength);
        var blocks = 0;
        Entries(window, start, length, value =>
        {
            if (++blocks > MaxBlocks)
                throw new DamagedFileException("its index has too many blocks", value);

            var (data, size) = Block(window, ref value);
            Entries(window, data, size, static _ => { });
            known += size + TrailerLength;
        });

        if (known != file.Length)
            throw new DamagedFileException("its blocks do not make up the file", 0);
    }

    private static (long Start, long Length) Block(ByteWindow window, ref long place)
    {
        var (start, length) = (Number(window, ref place), Number(window, ref place));
        if (start < 0 || length < 4 || start > window.Source.Length - TrailerLength || length > window.Source.Length - start - TrailerLength)
            throw new DamagedFileException("a block lies outside of the file", place);
        if (window.At(start + length) != 0)
            throw new DamagedFileException("a block is compressed, which checkpoints are not", start + length);

        return (start, length);
    }

    private static void Entries(ByteWindow window, long start, long length, Action<long> value)
    {
        Span<byte> count = stackalloc byte[4];
        window.Source.ReadExactly(start + length - 4, count, "a block");
        var restarts = BinaryPrimitives.ReadUInt32LittleEndian(count);
        if (restarts > (length - 4) / 4)
            throw new DamagedFileException("a block is shorter than its own lists", start);

        var end = start + length - 4 - (4L * restarts);
        for (var at = start; at < end;)
        {
            Number(window, ref at); // bytes shared with the key before
            var (key, size) = (Number(window, ref at), Number(window, ref at));
            if (key < 0 || size < 0 || key > end - at || size > end - at - key)
                throw new DamagedFileException("an entry is longer than its block", at);

            value(at + key);
            at += key + size;
        }
    }

    private static long Number(ByteWindow window, ref long at)
    {
        long value = 0;
        for (var shift = 0; shift < 63; shift += 7)
        {
            var part = window.At(at++);
            value |= (long)(part & 0x7F) << shift;
            if (part < 0x80)
                return value;
        }

        throw new DamagedFileException("a number is too long", at);
    }
}
