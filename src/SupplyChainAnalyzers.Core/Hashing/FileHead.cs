using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Hashing.Native;

namespace SupplyChainAnalyzers.Core.Hashing;

/// <summary>The first bytes of a file and the format they tell, for who needs no digest.</summary>
public sealed class FileHead
{
    private FileHead(byte[] bytes, long fileSize)
    {
        Bytes = bytes;
        FileSize = fileSize;
        Format = FormatSniffer.Sniff(bytes, bytes.Length, fileSize);
    }

    /// <summary>At most <see cref="FormatSniffer.HeadLength"/>.</summary>
    public byte[] Bytes { get; }

    /// <summary>Bytes of the whole file.</summary>
    public long FileSize { get; }

    /// <summary>By <see cref="Bytes"/>.</summary>
    public ModelFormat Format { get; }

    /// <summary>Null when there is no regular file at the path, or it can't be read. Never throws and never blocks on a pipe.</summary>
    /// <param name="path">Absolute.</param>
    public static FileHead? Read(string path)
    {
        if (FileStat.Of(path).Kind != FileKind.File)
            return null;

        try
        {
            using var file = FileSystem.Current.OpenRead(path);
            var bytes = new byte[(int)Math.Min(FormatSniffer.HeadLength, file.Length)];
            var count = 0;
            for (int read; count < bytes.Length && (read = file.Read(bytes, count, bytes.Length - count)) > 0;)
                count += read;
            Array.Resize(ref bytes, count);
            return new FileHead(bytes, file.Length);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return null;
        }
    }
}
