using System.Text;

namespace SupplyChainAnalyzers.Scanner.Formats.Tar;

/// <summary>
/// One block of 512 bytes before a member (POSIX.1-2017 pax, ustar; GNU tar's tar.h): name 100 · mode 8 · owner 8 · group 8 ·
/// size 12 · time 12 · checksum 8 · kind 1 · link 100 · at 257 ustar · at 345 prefix 155.
/// </summary>
internal static class TarHeader
{
    public const int BlockSize = 512;

    /// <summary>Whether the checksum fits, with bytes as signed numbers or not: both were written.</summary>
    public static bool HasChecksum(ReadOnlySpan<byte> block)
    {
        var expected = Number(block.Slice(148, 8));
        long plain = 8 * ' ';
        long signed = plain;
        for (var i = 0; i < BlockSize; i++)
        {
            if (i is >= 148 and < 156)
                continue;

            plain += block[i];
            signed += (sbyte)block[i];
        }

        return expected == plain || expected == signed;
    }

    public static string Name(ReadOnlySpan<byte> block)
    {
        var prefix = block.Slice(257, 6).SequenceEqual("ustar\0"u8) ? Text(block.Slice(345, 155)) : "";
        var name = Text(block[..100]);
        return prefix.Length == 0 ? name : prefix + "/" + name;
    }

    public static string Link(ReadOnlySpan<byte> block) => Text(block.Slice(157, 100));

    public static long Size(ReadOnlySpan<byte> block) => Number(block.Slice(124, 12));

    public static string Text(ReadOnlySpan<byte> field) => Encoding.UTF8.GetString(field.IndexOf((byte)0) is >= 0 and var end ? field[..end] : field);

    /// <summary>Octal text, or GNU's big-endian form with the top bit set; -1 for anything else.</summary>
    public static long Number(ReadOnlySpan<byte> field)
    {
        long value = 0;
        if (field[0] >= 0x80)
        {
            foreach (var part in field[1..])
            {
                if (value >> 54 != 0)
                    return -1;

                value = (value << 8) | part;
            }

            return field[0] == 0x80 ? value : -1;
        }

        if (field.IndexOf((byte)0) is >= 0 and var end)
            field = field[..end];
        foreach (var digit in field.Trim((byte)' '))
        {
            if (digit is < (byte)'0' or > (byte)'7')
                return -1;

            value = (value << 3) | (uint)(digit - '0');
        }

        return value;
    }
}
