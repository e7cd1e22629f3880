using Microsoft.Win32.SafeHandles;

namespace SupplyChainAnalyzers.Core.Hashing.Native;

/// <summary>System.IO alone: size and last write, no change time, so nothing is remembered.</summary>
internal class PortableFileSystem : FileSystem
{
    // .NET counts 100 ns from year 1.
    private const long TicksAt1970 = 621355968000000000;

    public override FileStat Stat(string path, bool follow)
    {
        try
        {
            var file = new FileInfo(path);
            var attributes = File.GetAttributes(path); // throws when missing, as FileInfo.Attributes does not
            var isLink = (attributes & FileAttributes.ReparsePoint) != 0;
            if ((attributes & FileAttributes.Directory) != 0)
                return new FileStat { Kind = FileKind.Folder, IsLink = isLink };
            if ((attributes & FileAttributes.Device) != 0)
                return new FileStat { Kind = FileKind.Special, IsLink = isLink };

            return new FileStat
            {
                Kind = FileKind.File,
                IsLink = isLink && !follow,
                Identity = new FileIdentity(0, 0, isLink && follow ? LengthBehind(path) : file.Length, Nanoseconds(file.LastWriteTimeUtc.Ticks), 0),
            };
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return new FileStat { Kind = FileKind.Missing, Reason = "no such file" };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return new FileStat { Kind = FileKind.Unreadable, Reason = exception.Message };
        }
    }

    public override FileStat Stat(SafeFileHandle file) => new() { Kind = FileKind.File };

    // Buffer size 1 switches FileStream's own buffer off: callers bring theirs.
    public override FileStream OpenRead(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1, FileOptions.SequentialScan);

    public override bool KeepsChangeTime(string path) => false;

    // Without a change time nothing is ever stored, so nothing is ever written.
    public override bool IsPrivate(FileStat stat) => false;

    public override void WritePrivately(string folder, string name, byte[] content) => throw new NotSupportedException();

    protected static long Nanoseconds(long ticks) => (ticks - TicksAt1970) * 100;

    private long LengthBehind(string link)
    {
        using var target = OpenRead(link);
        return target.Length;
    }
}
