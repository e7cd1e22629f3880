using System.Text;
using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Formats.Tar;

/// <summary>
/// The names in a tar archive (POSIX.1-2017 pax, ustar and the original form). Blocks of 512 bytes; a header holds name 100,
/// mode 8, owner 8, group 8, size 12, time 12, checksum 8, kind 1, link 100, and with the ustar mark at 257 a prefix of 155
/// at 345. Two empty blocks, or the end of the file, end it.
/// </summary>
internal static class TarDirectory
{
    /// <summary>More than any model archive has; walking them takes seconds.</summary>
    public const int MaxEntries = 100_000;

    private const int BlockSize = 512;

    /// <exception cref="DamagedFileException">A header's checksum is wrong, or the file ends within an entry.</exception>
    public static IReadOnlyList<string> ReadNames(ByteSource file)
    {
        var names = new List<string>();
        var block = new byte[BlockSize];
        for (long offset = 0; offset < file.Length;)
        {
            file.ReadExactly(offset, block, "a header");
            if (block.AsSpan().IndexOfAnyExcept((byte)0) < 0)
                break;

            if (!TarHeader.HasChecksum(block))
                throw new DamagedFileException("a header has a wrong checksum", offset);

            var size = Size(block);
            if (size < 0 || size > file.Length - offset - BlockSize)
                throw new DamagedFileException("an entry is longer than the file", offset);
            if (names.Count == MaxEntries)
                throw new DamagedFileException($"it has more than {MaxEntries} entries", offset);

            names.Add(Name(block));
            offset += BlockSize + ((size + BlockSize - 1) / BlockSize * BlockSize);
        }

        return names;
    }

    private static string Name(ReadOnlySpan<byte> block)
    {
        var name = Text(block[..100]);
        var prefix = block.Slice(257, 5).SequenceEqual("ustar"u8) ? Text(block.Slice(345, 155)) : "";
        return prefix.Length == 0 ? name : prefix + "/" + name;
    }

    private static string Text(ReadOnlySpan<byte> field) => Encoding.UTF8.GetString(field[..(field.IndexOf((byte)0) is >= 0 and var end ? end : field.Length)]);

    // GNU's large sizes: the top bit of the first byte, then a big-endian number.
    private static long Size(ReadOnlySpan<byte> block)
    {
        var field = block.Slice(124, 12);
        if (field[0] < 0x80)
            return Octal(field);

        long size = 0;
        foreach (var digit in field[4..])
            size = (size << 8) | digit;

        return field[0] == 0x80 && field[1] == 0 && field[2] == 0 && field[3] == 0 ? size : -1;
    }

    private static long Octal(ReadOnlySpan<byte> field)
    {
        long value = 0;
        var digits = field.Trim(" \0"u8);
        foreach (var digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'7')
                return -1;

            value = (value << 3) | (uint)(digit - '0');
        }

        return value; // 12 digits are 36 bits
    }
}
