using System.Security.Cryptography;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Hashing.Native;

namespace SupplyChainAnalyzers.Core.Hashing;

/// <summary>
/// Whether a file that isn't the declared one would be with the other line endings: what git's <c>text=auto</c> and
/// <c>core.autocrlf</c> do to configuration and vocabulary files that .gitattributes doesn't exempt.
/// </summary>
public static class LineEndings
{
    /// <summary>Vocabularies reach tens of megabytes; what is larger is no text that git would convert unnoticed.</summary>
    public const long LargestFile = 64L << 20;

    private const int BlockLength = 64 * 1024;

    /// <summary>
    /// True when the file, with every CRLF as LF (where it is longer than declared) or every bare LF as CRLF (where it is shorter), has the
    /// declared size and digest. Reads the file; never throws: what can't be read explains nothing.
    /// </summary>
    /// <param name="path">Absolute.</param>
    /// <param name="sha256">Declared digest, 64 lower-case hex digits.</param>
    /// <param name="size">Declared size in bytes.</param>
    public static bool ExplainsDifference(string path, string sha256, long size)
    {
        var stat = FileStat.Of(path);
        if (stat.Kind != FileKind.File || stat.Size == size || stat.Size > LargestFile || size > LargestFile)
            return false;

        // No more than doubled, no more than halved: saves the reading of most.
        if (size > 2 * stat.Size || stat.Size > 2 * size || FileHead.Read(path) is not { } head || TextHead.Decode(new Head(head.Bytes, head.Bytes.Length, head.FileSize)) is null)
            return false;

        try
        {
            using var file = FileSystem.Current.OpenRead(path);
            return Convert(file, toCrlf: stat.Size < size, out var converted) == sha256 && converted == size;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return false;
        }
    }

    private static string Convert(Stream file, bool toCrlf, out long size)
    {
        using var sha256 = SHA256.Create();
        var block = new byte[BlockLength];
        var converted = new byte[(2 * BlockLength) + 1];
        var previous = 0;
        size = 0;
        for (int count; (count = file.Read(block, 0, block.Length)) > 0;)
        {
            var length = 0;
            for (var i = 0; i < count; i++)
            {
                var c = block[i];
                if (toCrlf && c == '\n' && previous != '\r')
                    converted[length++] = (byte)'\r';

                // A CR waits until it is known whether an LF follows.
                if (!toCrlf && previous == '\r' && c != '\n')
                    converted[length++] = (byte)'\r';
                if (toCrlf || c != '\r')
                    converted[length++] = c;
                previous = c;
            }

            sha256.TransformBlock(converted, 0, length, null, 0);
            size += length;
        }

        byte[] rest = !toCrlf && previous == '\r' ? [(byte)'\r'] : [];
        sha256.TransformFinalBlock(rest, 0, rest.Length);
        size += rest.Length;
        return Hex.Of(sha256.Hash!);
    }
}
