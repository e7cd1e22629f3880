using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace SupplyChainAnalyzers.Scanner.Input;

/// <summary>Opens a file for reading, once.</summary>
internal static class InputFile
{
    /// <exception cref="IOException">Not there, a folder, or nothing that has a length (pipe, terminal).</exception>
    /// <exception cref="UnauthorizedAccessException">Not ours to read.</exception>
    public static SafeFileHandle Open(string path)
    {
        var handle = OperatingSystem.IsLinux() ? OpenOnLinux(path) : File.OpenHandle(path, options: FileOptions.RandomAccess);
        try
        {
            _ = RandomAccess.GetLength(handle);
            return handle;
        }
        catch (NotSupportedException e)
        {
            handle.Dispose();
            throw new IOException("it is not a regular file", e);
        }
    }

    // File.OpenHandle waits at a named pipe until somebody writes to it, which may be never.
    private static SafeFileHandle OpenOnLinux(string path)
    {
        if (Directory.Exists(path))
            throw new IOException("it is a folder");

        var descriptor = OpenFile(path, ReadOnly | NonBlocking | CloseOnExec | NoTerminal);
        if (descriptor < 0)
            throw new IOException(Marshal.GetLastPInvokeErrorMessage());

        return new SafeFileHandle(descriptor, ownsHandle: true);
    }

    // linux/fcntl.h; the same on x64 and arm64
    private const int ReadOnly = 0;
    private const int NoTerminal = 0x100;
    private const int NonBlocking = 0x800;
    private const int CloseOnExec = 0x80000;

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int OpenFile([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);
}
