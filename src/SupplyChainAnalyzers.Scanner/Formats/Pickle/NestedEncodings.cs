using System.Buffers.Text;
using System.IO.Compression;
using System.Text;
using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Formats.Pickle;

/// <summary>What a constant may stand for, when a function takes it.</summary>
internal static class NestedEncodings
{
    private const int MaxText = 1 << 20;
    private const int MaxUnpacked = 1 << 20;
    private const int Shortest = 8;

    /// <summary>Everything in it that starts as a pickle might.</summary>
    public static IEnumerable<ByteSource> Decode(ByteSource source, PickleValue constant)
    {
        var (start, length) = PickleConstants.Range(source, constant.Payload);
        if (constant.Kind is PickleKind.Bytes or PickleKind.ByteArray && length > MaxText)
        {
            yield return new SliceSource(source, start, length, "a constant");
            yield break;
        }

        foreach (var bytes in Layers(PickleConstants.Bytes(source, constant.Payload, MaxText)))
        {
            if (bytes.Length >= Shortest)
                yield return new MemorySource(bytes);
        }
    }

    private static IEnumerable<byte[]> Layers(byte[] bytes)
    {
        yield return bytes;
        if (Inflate(bytes) is { } unpacked)
            yield return unpacked;

        foreach (var decoded in Decoded(bytes))
        {
            yield return decoded;
            if (Inflate(decoded) is { } inner)
                yield return inner;
        }
    }

    private static IEnumerable<byte[]> Decoded(byte[] bytes)
    {
        var text = Encoding.Latin1.GetString(bytes).Trim();
        if (text.Length < Shortest)
            yield break;

        if (text.Length % 2 == 0 && text.All(char.IsAsciiHexDigit))
            yield return Convert.FromHexString(text);

        var plain = text.Replace('-', '+').Replace('_', '/').TrimEnd('=');
        if (plain.All(static c => char.IsAsciiLetterOrDigit(c) || c is '+' or '/') && Base64.IsValid(plain + new string('=', -plain.Length & 3)))
            yield return Convert.FromBase64String(plain + new string('=', -plain.Length & 3));
    }

    private static byte[]? Inflate(byte[] bytes)
    {
        if (bytes.Length < Shortest || bytes[0] is not (0x78 or 0x1f))
            return null;

        try
        {
            using var packed = new MemoryStream(bytes);
            using Stream stream = bytes[0] == 0x78 ? new ZLibStream(packed, CompressionMode.Decompress) : new GZipStream(packed, CompressionMode.Decompress);
            var unpacked = new byte[MaxUnpacked];
            var count = stream.ReadAtLeast(unpacked, unpacked.Length, throwOnEndOfStream: false);
            return unpacked[..count];
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
