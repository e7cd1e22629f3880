using System.IO.Compression;

namespace SupplyChainAnalyzers.Scanner.Formats.Hdf5;

/// <summary>Undoes the filters of a chunk, the last one first.</summary>
internal static class Hdf5Filters
{
    /// <summary>The chunk's bytes as the elements they are; never more than <paramref name="size"/>.</summary>
    /// <param name="bytes">As stored.</param>
    /// <param name="filters">In the order they were applied.</param>
    /// <param name="mask">Bit n set: filter n was skipped.</param>
    /// <param name="size">Bytes a whole chunk has.</param>
    /// <param name="place">Where it stands, for the message.</param>
    /// <exception cref="DamagedFileException">It does not unpack to that size, or a filter is not opened here.</exception>
    public static byte[] Undo(byte[] bytes, IReadOnlyList<Hdf5Filter> filters, uint mask, int size, long place)
    {
        for (var i = filters.Count - 1; i >= 0; i--)
        {
            if ((mask >> i & 1) != 0)
                continue;

            bytes = filters[i].Id switch
            {
                Hdf5Filter.Deflate => Inflate(bytes, size + filters.Count * sizeof(uint), place),
                Hdf5Filter.Shuffle => Unshuffle(bytes, filters[i].Values is [var width, ..] ? width : 0),
                Hdf5Filter.Fletcher32 => bytes.Length >= 4 ? bytes[..^4] : throw new DamagedFileException("a chunk lacks its checksum", place),
                Hdf5Filter.Lzf => Hdf5Lzf.Unpack(bytes, size, place),
                _ => throw new DamagedFileException($"its data went through filter {filters[i].Id}, which is not opened here", place),
            };
        }

        return bytes.Length == size ? bytes : throw new DamagedFileException($"a chunk has {bytes.Length} bytes and should have {size}", place);
    }

    private static byte[] Inflate(byte[] bytes, int limit, long place)
    {
        using var stream = new ZLibStream(new MemoryStream(bytes), CompressionMode.Decompress);
        var unpacked = new byte[limit];
        try
        {
            var count = stream.ReadAtLeast(unpacked, limit, throwOnEndOfStream: false);
            Array.Resize(ref unpacked, count);
            return unpacked;
        }
        catch (InvalidDataException)
        {
            throw new DamagedFileException("a chunk cannot be unpacked", place);
        }
    }

    // First the first byte of every element, then the second of every element; what is left over stays.
    private static byte[] Unshuffle(byte[] bytes, uint width)
    {
        if (width <= 1 || width > bytes.Length)
            return bytes;

        var (size, count) = ((int)width, bytes.Length / (int)width);
        var elements = new byte[bytes.Length];
        for (var i = 0; i < size; i++)
        {
            for (var k = 0; k < count; k++)
                elements[(k * size) + i] = bytes[(i * count) + k];
        }

        bytes.AsSpan(size * count).CopyTo(elements.AsSpan(size * count));
        return elements;
    }
}
