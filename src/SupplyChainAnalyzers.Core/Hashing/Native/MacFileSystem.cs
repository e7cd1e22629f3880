using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace SupplyChainAnalyzers.Core.Hashing.Native;

/// <summary>
/// macOS by stat(2) with 64-bit inodes; on x64 these calls carry a suffix, on arm64 they have no other form.
/// </summary>
internal sealed class MacFileSystem : UnixFileSystem
{
    private const uint LocalFlag = 0x1000; // MNT_LOCAL

    private static readonly bool IsArm = RuntimeInformation.ProcessArchitecture == Architecture.Arm64;
    private static readonly string[] Trusted = ["apfs", "hfs"];

    /// <summary>Whether the calls exist.</summary>
    public bool IsSupported => Stat("/", follow: true).Kind == FileKind.Folder;

    protected override int OpenFlags => 0x1000000 | 0x4;

    public override FileStat Stat(string path, bool follow)
    {
        var name = Terminated(path);
        StatResult stat;
        var result = follow
            ? (IsArm ? StatArm(name, out stat) : StatX64(name, out stat))
            : (IsArm ? LinkStatArm(name, out stat) : LinkStatX64(name, out stat));
        return result == 0 ? Found(stat) : Failed(Marshal.GetLastWin32Error());
    }

    public override FileStat Stat(SafeFileHandle file)
    {
        var result = IsArm ? HandleStatArm(file, out var stat) : HandleStatX64(file, out stat);
        return result == 0 ? Found(stat) : Failed(Marshal.GetLastWin32Error());
    }

    public override bool KeepsChangeTime(string path)
    {
        // struct statfs, 2,168 bytes: flags at 64 (4), type name at 72 (16).
        var system = new byte[4096];
        var name = Terminated(path);
        if ((IsArm ? StatFsArm(name, system) : StatFsX64(name, system)) != 0 || (BitConverter.ToUInt32(system, 64) & LocalFlag) == 0)
            return false;

        return Array.IndexOf(Trusted, Encoding.ASCII.GetString(system, 72, 16).TrimEnd('\0')) >= 0;
    }

    private static FileStat Found(in StatResult stat) => Found(stat.Mode, stat.Owner, new FileIdentity(
        stat.Device,
        stat.Inode,
        stat.Size,
        unchecked((stat.ModifiedSeconds * 1_000_000_000) + stat.ModifiedNanoseconds),
        unchecked((stat.ChangedSeconds * 1_000_000_000) + stat.ChangedNanoseconds)));

    [DllImport("libc", EntryPoint = "stat$INODE64", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int StatX64(byte[] path, out StatResult result);

    [DllImport("libc", EntryPoint = "stat", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int StatArm(byte[] path, out StatResult result);

    [DllImport("libc", EntryPoint = "lstat$INODE64", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int LinkStatX64(byte[] path, out StatResult result);

    [DllImport("libc", EntryPoint = "lstat", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int LinkStatArm(byte[] path, out StatResult result);

    [DllImport("libc", EntryPoint = "fstat$INODE64", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int HandleStatX64(SafeFileHandle file, out StatResult result);

    [DllImport("libc", EntryPoint = "fstat", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int HandleStatArm(SafeFileHandle file, out StatResult result);

    [DllImport("libc", EntryPoint = "statfs$INODE64", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int StatFsX64(byte[] path, byte[] result);

    [DllImport("libc", EntryPoint = "statfs", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int StatFsArm(byte[] path, byte[] result);

    // struct stat with 64-bit inodes, 144 bytes; times are seconds (8) and nanoseconds (8).
    [StructLayout(LayoutKind.Explicit, Size = 144)]
    private struct StatResult
    {
        [FieldOffset(0)]
        public int Device;
        [FieldOffset(4)]
        public ushort Mode;
        [FieldOffset(8)]
        public long Inode;
        [FieldOffset(16)]
        public uint Owner;
        [FieldOffset(48)]
        public long ModifiedSeconds;
        [FieldOffset(56)]
        public long ModifiedNanoseconds;
        [FieldOffset(64)]
        public long ChangedSeconds;
        [FieldOffset(72)]
        public long ChangedNanoseconds;
        [FieldOffset(96)]
        public long Size;
    }
}
