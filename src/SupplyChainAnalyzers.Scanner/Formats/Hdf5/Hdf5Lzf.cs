namespace SupplyChainAnalyzers.Scanner.Formats.Hdf5;

/// <summary>
/// LibLZF, h5py's filter 32000: a control byte below 32 copies so many bytes and one; above, its upper three bits (7: and the next
/// byte) plus two are a length, its lower five and another byte a distance back, less one.
/// </summary>
internal static class Hdf5Lzf
{
    private const int Literals = 32;
    private const int LongMatch = 7;

    /// <exception cref="DamagedFileException">It runs over its end or over <paramref name="size"/>.</exception>
    public static byte[] Unpack(byte[] bytes, int size, long place)
    {
        var unpacked = new byte[size];
        var (from, to) = (0, 0);
        while (from < bytes.Length)
        {
            int control = bytes[from++];
            if (control < Literals)
            {
                var count = control + 1;
                Check(from + count <= bytes.Length && to + count <= size, place);
                bytes.AsSpan(from, count).CopyTo(unpacked.AsSpan(to));
                (from, to) = (from + count, to + count);
                continue;
            }

            var length = control >> 5;
            Check(from + (length == LongMatch ? 2 : 1) <= bytes.Length, place);
            if (length == LongMatch)
                length += bytes[from++];
            length += 2;
            var start = to - ((control & 31) << 8 | bytes[from++]) - 1;
            Check(start >= 0 && to + length <= size, place);
            for (var i = 0; i < length; i++)
                unpacked[to++] = unpacked[start + i];
        }

        Check(to == size, place);
        return unpacked;
    }

    private static void Check(bool holds, long place)
    {
        if (!holds)
            throw new DamagedFileException("a chunk cannot be unpacked", place);
    }
}
