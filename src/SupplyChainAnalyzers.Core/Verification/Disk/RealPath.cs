using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace SupplyChainAnalyzers.Core.Verification.Disk;

/// <summary>Where a path leads once every link in it, at any depth, has been followed.</summary>
internal static class RealPath
{
    // Longer than any path that can be opened on Windows, in UTF-16 units.
    private const int MaxWindowsPath = 32 * 1024;

    private const uint ShareAll = 1 | 2 | 4; // FILE_SHARE_READ, _WRITE, _DELETE
    private const uint OpenExisting = 3;
    private const uint BackupSemantics = 0x0200_0000; // without it a folder cannot be opened

    /// <summary>Absolute path without links; null when the target is not there or may not be seen.</summary>
    public static string? Of(string path) => Path.DirectorySeparatorChar == '\\' ? OfWindows(path) : OfUnix(path);

    private static string? OfUnix(string path)
    {
        var result = realpath(Encoding.UTF8.GetBytes(path + "\0"), IntPtr.Zero);
        if (result == IntPtr.Zero)
            return null;

        try
        {
            var length = 0;
            while (Marshal.ReadByte(result, length) != 0)
                length++;

            var text = new byte[length];
            Marshal.Copy(result, text, 0, length);
            return Encoding.UTF8.GetString(text);
        }
        finally
        {
            free(result);
        }
    }

    private static string? OfWindows(string path)
    {
        // No right is asked for, so that a file that is in use or may not be read still has a path.
        using var handle = CreateFileW(path, 0, ShareAll, IntPtr.Zero, OpenExisting, BackupSemantics, IntPtr.Zero);
        if (handle.IsInvalid)
            return null;

        var text = new char[MaxWindowsPath];
        var length = GetFinalPathNameByHandleW(handle, text, MaxWindowsPath, 0);
        if (length is 0 or >= MaxWindowsPath)
            return null;

        var final = new string(text, 0, (int)length);
        return final.StartsWith(@"\\?\UNC\", StringComparison.Ordinal) ? final.Remove(2, @"?\UNC\".Length)
            : final.StartsWith(@"\\?\", StringComparison.Ordinal) ? final.Remove(0, @"\\?\".Length)
            : final;
    }

#pragma warning disable IDE1006, SYSLIB1054 // names of the C library; netstandard2.0 has no LibraryImport
    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern IntPtr realpath(byte[] path, IntPtr resolved);

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern void free(IntPtr memory);

    [DllImport("kernel32", CharSet = CharSet.Unicode, ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern SafeFileHandle CreateFileW(
        string path, uint access, uint share, IntPtr security, uint creation, uint flags, IntPtr template);

    [DllImport("kernel32", CharSet = CharSet.Unicode, ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern uint GetFinalPathNameByHandleW(SafeFileHandle handle, [Out] char[] path, uint length, uint flags);
#pragma warning restore IDE1006, SYSLIB1054
}
