using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SupplyChainAnalyzers.Core.Hashing;

namespace SupplyChainAnalyzers.Core.Locking.HuggingFace;

/// <summary>
/// The name the hub gives a file's content: SHA-256 (64 hex digits) for large files, git's blob id (40 hex digits) for the
/// others. A name proves nothing by itself: caches have been found with other bytes under it.
/// </summary>
internal static class ContentTag
{
    /// <summary>Bytes. Files the hub keeps in git itself are at most 10 MB; anything longer carries a SHA-256.</summary>
    public const long MaxBlobSize = 16L << 20;

    private const int Sha256Length = 64;
    private const int BlobIdLength = 40;

    /// <summary>True: the bytes have this tag. False: they have another. Null: the tag is of a kind that cannot be checked.</summary>
    public static bool? Fits(string tag, string path, long size, string sha256)
    {
        if (Hex.Is(tag, Sha256Length))
            return string.Equals(tag, sha256, StringComparison.Ordinal);

        if (!Hex.Is(tag, BlobIdLength) || size > MaxBlobSize)
            return null;

        return BlobId(path, size) is { } id ? string.Equals(tag, id, StringComparison.Ordinal) : null;
    }

    // SHA-1 over "blob <size> NUL <content>": git's own name for it, compared and never trusted alone.
    private static string? BlobId(string path, long size)
    {
        try
        {
            var content = File.ReadAllBytes(path);
            if (content.Length != size)
                return null;

            var header = Encoding.ASCII.GetBytes("blob " + size.ToString(CultureInfo.InvariantCulture) + "\0");
#pragma warning disable CA5350, CA1850 // git chose SHA-1; netstandard2.0 has no HashData
            using var sha1 = SHA1.Create();
            return Hex.Of(sha1.ComputeHash([.. header, .. content]));
#pragma warning restore CA5350, CA1850
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
