using System.Security.Cryptography;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Hashing.Native;

namespace SupplyChainAnalyzers.Core.Hashing;

/// <summary>
/// Digest and format of one file. Its identity is asked of the open file before and after, and of the path at the end:
/// a digest is only given when all three agree, that is when these bytes were the file's and still are.
/// </summary>
internal static class FileDigest
{
    public static HashOutcome Of(string path, BlockReader blocks, HashCache? cache, Action<int> advance, CancellationToken cancellationToken)
    {
        try
        {
            var started = cache?.Clock() ?? 0;
            using var file = FileSystem.Current.OpenRead(path);
            var before = FileSystem.Current.Stat(file.SafeFileHandle);
            var size = before.Kind == FileKind.File && before.Identity != default ? before.Size : file.Length;

            using var sha256 = SHA256.Create();
            byte[]? head = null;
            long read = 0;
            blocks.Read(file, (block, count) =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                head ??= Head(block, count);
                sha256.TransformBlock(block, 0, count, null, 0);
                read += count;
                advance(count);
                return read <= size; // one that grows while it is read might do so for ever
            });
            sha256.TransformFinalBlock([], 0, 0);

            var after = FileSystem.Current.Stat(file.SafeFileHandle);
            if (read != size || after.Identity != before.Identity || !IsStillThere(path, after.Identity))
                return new HashOutcome { Path = path, Status = HashStatus.Changing, Size = read, Reason = "it was written or replaced while it was read" };

            head ??= [];
            var outcome = new HashOutcome
            {
                Path = path,
                Status = HashStatus.Hashed,
                Size = size,
                Sha256 = Hex.Of(sha256.Hash!),
                Head = head,
                Format = FormatSniffer.Sniff(head, head.Length, size),
            };
            cache?.Put(outcome, before.Identity, started);
            return outcome;
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return new HashOutcome { Path = path, Status = HashStatus.Changing, Reason = "it was removed while it was read" };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return new HashOutcome { Path = path, Status = HashStatus.Unreadable, Reason = exception.Message };
        }
    }

    // Systems that know no identity by path are not asked.
    private static bool IsStillThere(string path, FileIdentity identity) =>
        !identity.HasChangeTime || FileSystem.Current.Stat(path, follow: true).Identity == identity;

    private static byte[] Head(byte[] block, int count)
    {
        var head = new byte[Math.Min(count, FormatSniffer.HeadLength)];
        Array.Copy(block, head, head.Length);
        return head;
    }
}
