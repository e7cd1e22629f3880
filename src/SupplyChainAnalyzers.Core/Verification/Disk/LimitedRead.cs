using SupplyChainAnalyzers.Core.Hashing.Native;

namespace SupplyChainAnalyzers.Core.Verification.Disk;

/// <summary>Reads small files whole, and never more than it was told.</summary>
internal static class LimitedRead
{
    /// <summary>All bytes of the file; of one longer than <paramref name="limit"/>, the first limit + 1.</summary>
    /// <remarks>One byte too many is enough for a reader to say that its own limit is passed.</remarks>
    /// <exception cref="IOException">It cannot be read, or is no regular file.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be read.</exception>
    public static byte[] File(string path, int limit)
    {
        using var stream = FileSystem.Current.OpenRead(path);
        var bytes = new byte[(int)Math.Min(stream.Length, limit + 1L)];
        var length = Fill(stream, bytes);
        if (length < bytes.Length)
            Array.Resize(ref bytes, length);

        return bytes;
    }

    /// <summary>Reads until <paramref name="buffer"/> is full or the stream ends; returns how many bytes came.</summary>
    public static int Fill(Stream stream, byte[] buffer)
    {
        var length = 0;
        while (length < buffer.Length && stream.Read(buffer, length, buffer.Length - length) is var read && read > 0)
            length += read;

        return length;
    }
}
