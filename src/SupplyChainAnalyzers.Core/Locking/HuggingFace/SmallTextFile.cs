using System.Text;

namespace SupplyChainAnalyzers.Core.Locking.HuggingFace;

/// <summary>Reads the small text files that download tools leave beside models; anything unusual reads as absent.</summary>
internal static class SmallTextFile
{
    /// <summary>Bytes. The real files hold a commit, a tag and a time: about 120.</summary>
    public const int MaxSize = 1024;

    /// <summary>The file's text; null when it is missing, a link, empty, too long, or not readable.</summary>
    public static string? TryRead(string path)
    {
        try
        {
            var info = new FileInfo(path);
            if (!info.Exists || (info.Attributes & FileAttributes.ReparsePoint) != 0 || info.Length is 0 or > MaxSize)
                return null;

            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var buffer = new byte[MaxSize + 1];
            var length = 0;
            int read;
            while (length < buffer.Length && (read = stream.Read(buffer, length, buffer.Length - length)) > 0)
                length += read;

            return length > MaxSize ? null : Encoding.UTF8.GetString(buffer, 0, length);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
