using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace SupplyChainAnalyzers.Core.Hashing.Native;

/// <summary>
/// Linux by statx(2), whose structure is the same on every architecture and C library (stat's is not).
/// Kernel 4.11, glibc 2.28, musl 1.2.3; before that <see cref="IsSupported"/> is false.
/// </summary>
internal sealed class LinuxFileSystem : UnixFileSystem
{
    private const int CurrentFolder = -100; // AT_FDCWD
    private const int NoFollow = 0x100; // AT_SYMLINK_NOFOLLOW
    private const int EmptyPath = 0x1000; // AT_EMPTY_PATH: the descriptor itself
    private const uint BasicStats = 0x7FF; // STATX_BASIC_STATS

    // linux/magic.h. Local file systems that keep a change time of their own; what isn't listed (NFS, SMB, FUSE, 9p, FAT …)
    // may take a time from elsewhere or keep none.
    private static readonly long[] Trusted =
    [
        0xEF53, // ext2, ext3, ext4
        0x58465342, // XFS
        0x9123683E, // Btrfs
        0xF2F52010, // F2FS
        0x2FC12FC1, // ZFS
        0xCA451A4E, // bcachefs
        0x01021994, // tmpfs
        0x794C7630, // overlayfs: containers
    ];

    private static readonly byte[] Nothing = [0];

    /// <summary>Whether the call exists and isn't forbidden (old container runtimes answer EPERM).</summary>
    public bool IsSupported => Stat("/", follow: true).Kind == FileKind.Folder;

    protected override int OpenFlags => 0x80000 | 0x800;

    public override FileStat Stat(string path, bool follow) =>
        StatX(CurrentFolder, Terminated(path), follow ? 0 : NoFollow, BasicStats, out var stat) == 0 ? Found(stat) : Failed(Marshal.GetLastWin32Error());

    public override FileStat Stat(SafeFileHandle file) =>
        StatX(file, Nothing, EmptyPath, BasicStats, out var stat) == 0 ? Found(stat) : Failed(Marshal.GetLastWin32Error());

    public override bool KeepsChangeTime(string path) => StatFs(Terminated(path), out var system) == 0 && Array.IndexOf(Trusted, (long)system.Type) >= 0;

    private static FileStat Found(in StatXResult stat) => Found(stat.Mode, stat.Owner, new FileIdentity(
        ((long)stat.DeviceMajor << 32) | stat.DeviceMinor,
        stat.Inode,
        stat.Size,
        Nanoseconds(stat.ModifiedSeconds, stat.ModifiedNanoseconds),
        Nanoseconds(stat.ChangedSeconds, stat.ChangedNanoseconds)));

    private static long Nanoseconds(long seconds, uint nanoseconds) => unchecked((seconds * 1_000_000_000) + nanoseconds);

    [DllImport("libc", EntryPoint = "statx", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int StatX(int folder, byte[] path, int flags, uint mask, out StatXResult result);

    [DllImport("libc", EntryPoint = "statx", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int StatX(SafeFileHandle file, byte[] path, int flags, uint mask, out StatXResult result);

    [DllImport("libc", EntryPoint = "statfs", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int StatFs(byte[] path, out StatFsResult result);

    // struct statx, 256 bytes; times are seconds (8), nanoseconds (4), padding (4).
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct StatXResult
    {
        [FieldOffset(20)]
        public uint Owner;
        [FieldOffset(28)]
        public ushort Mode;
        [FieldOffset(32)]
        public long Inode;
        [FieldOffset(40)]
        public long Size;
        [FieldOffset(96)]
        public long ChangedSeconds;
        [FieldOffset(104)]
        public uint ChangedNanoseconds;
        [FieldOffset(112)]
        public long ModifiedSeconds;
        [FieldOffset(120)]
        public uint ModifiedNanoseconds;
        [FieldOffset(136)]
        public uint DeviceMajor;
        [FieldOffset(140)]
        public uint DeviceMinor;
    }

    // struct statfs begins with the type, a word; 120 bytes on 64-bit systems, room for more.
    [StructLayout(LayoutKind.Sequential, Size = 256)]
    private struct StatFsResult
    {
        public IntPtr Type;
    }
}
