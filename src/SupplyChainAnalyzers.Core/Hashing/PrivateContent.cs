using SupplyChainAnalyzers.Core.Hashing.Native;

namespace SupplyChainAnalyzers.Core.Hashing;

/// <summary>Reads what <see cref="FileSystem.WritePrivately"/> wrote with a <see cref="Checksum"/> at its end: whole, or not at all.</summary>
internal static class PrivateContent
{
    private const int ChecksumLength = sizeof(ulong);

    /// <summary>The content before its checksum; null when it is missing, torn, too large, or others own it or can write it. Never throws.</summary>
    public static byte[]? Read(string folder, string name, long largest)
    {
        try
        {
            if (FileStat.Of(folder) is not { Kind: FileKind.Folder } parent || !FileSystem.Current.IsPrivate(parent))
                return null;

            var path = Path.Combine(folder, name);
            var stat = FileStat.Of(path);
            if (stat.Kind != FileKind.File || stat.Size < ChecksumLength || stat.Size > largest || !FileSystem.Current.IsPrivate(stat))
                return null;

            var content = File.ReadAllBytes(path);
            var length = content.Length - ChecksumLength;
            if (length < 0 || BitConverter.ToUInt64(content, length) != Checksum.Of(content, length))
                return null;

            Array.Resize(ref content, length);
            return content;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Writes content and checksum. Never throws: what is not remembered is found out again.</summary>
    public static void Write(string folder, string name, byte[] content)
    {
        try
        {
            var whole = new byte[content.Length + ChecksumLength];
            content.CopyTo(whole, 0);
            BitConverter.GetBytes(Checksum.Of(content)).CopyTo(whole, content.Length);
            FileSystem.Current.WritePrivately(folder, name, whole);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            // A full disk or a read-only home costs time, not correctness.
        }
    }
}
