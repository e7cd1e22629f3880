using System.IO.Compression;

namespace SupplyChainAnalyzers.Scanner.Judging.Constants;

/// <summary>What a zlib (RFC 1950) or gzip (RFC 1952) stream unpacks to, as far as it is worth reading.</summary>
internal static class Inflated
{
    private const int MaxBytes = 1 << 20;

    /// <summary>The first bytes of the content; null when it is no such stream.</summary>
    public static byte[]? Of(byte[] bytes)
    {
        if (bytes.Length < 8)
            return null;

        var isZLib = (bytes[0] & 0x0f) == 8 && bytes[0] <= 0x78 && ((bytes[0] << 8) | bytes[1]) % 31 == 0;
        var isGZip = bytes[0] == 0x1f && bytes[1] == 0x8b && bytes[2] == 8;
        if (!isZLib && !isGZip)
            return null;

        using var packed = new MemoryStream(bytes);
        using Stream stream = isZLib ? new ZLibStream(packed, CompressionMode.Decompress) : new GZipStream(packed, CompressionMode.Decompress);
        var content = new byte[MaxBytes];
        var count = 0;
        try
        {
            for (int read; count < content.Length && (read = stream.Read(content, count, content.Length - count)) > 0;)
                count += read;
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            // What came before the fault counts: a decoder of the attacker's choice may be content with it.
        }

        return count > 0 ? content[..count] : null;
    }
}
