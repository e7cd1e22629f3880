using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace SupplyChainAnalyzers.Core.Hashing.Native;

/// <summary>
/// Windows. A file's ChangeTime can be set by its owner (SetFileInformationByHandle, FileBasicInfo), so it can't stand for a
/// change time here, and the update sequence number needs a journal that may be off: nothing is remembered on Windows. The identity
/// of an open file only serves to see that it changed while it was read.
/// </summary>
internal sealed class WindowsFileSystem : PortableFileSystem
{
    public override FileStat Stat(SafeFileHandle file)
    {
        if (!GetFileInformationByHandle(file, out var found))
            return base.Stat(file);

        return new FileStat
        {
            Kind = FileKind.File,
            Identity = new FileIdentity(
                found.VolumeSerialNumber,
                Join(found.FileIndexHigh, found.FileIndexLow),
                Join(found.FileSizeHigh, found.FileSizeLow),
                Nanoseconds(DateTime.FromFileTimeUtc(Join(found.LastWriteHigh, found.LastWriteLow)).Ticks),
                0),
        };
    }

    private static long Join(uint high, uint low) => (long)(((ulong)high << 32) | low);

    [DllImport("kernel32", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool GetFileInformationByHandle(SafeFileHandle file, out HandleInformation information);

    // BY_HANDLE_FILE_INFORMATION, 52 bytes.
    [StructLayout(LayoutKind.Sequential)]
    private struct HandleInformation
    {
        public uint Attributes;
        public uint CreationLow;
        public uint CreationHigh;
        public uint LastAccessLow;
        public uint LastAccessHigh;
        public uint LastWriteLow;
        public uint LastWriteHigh;
        public uint VolumeSerialNumber;
        public uint FileSizeHigh;
        public uint FileSizeLow;
        public uint NumberOfLinks;
        public uint FileIndexHigh;
        public uint FileIndexLow;
    }
}
