namespace SupplyChainAnalyzers.Scanner.Unpacking;

/// <summary>CRC-64 of xz (ECMA-182, polynomial C96C5795D7870F42 reflected).</summary>
internal static class Crc64
{
    private static readonly ulong[] Table = [.. Enumerable.Range(0, 256).Select(Entry)];

    /// <summary>Goes on from <paramref name="crc"/>, which is 0 at the start.</summary>
    public static ulong Append(ulong crc, ReadOnlySpan<byte> bytes)
    {
        crc = ~crc;
        foreach (var value in bytes)
            crc = (crc >> 8) ^ Table[(byte)(crc ^ value)];

        return ~crc;
    }

    private static ulong Entry(int index)
    {
        var value = (ulong)index;
        for (var bit = 0; bit < 8; bit++)
            value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ 0xC96C5795D7870F42;
        return value;
    }
}
