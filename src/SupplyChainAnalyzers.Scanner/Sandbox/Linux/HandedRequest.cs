using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace SupplyChainAnalyzers.Scanner.Sandbox.Linux;

/// <summary>
/// Takes the request from the first stage to the second: the pipe it came through was emptied by the first. A file without
/// a name, in memory, of which the second stage gets the descriptor's number.
/// </summary>
internal static class HandedRequest
{
    private const int GetFlags = 1; // F_GETFD of linux/fcntl.h, as are the others
    private const int SetFlags = 2;
    private const int CloseOnExec = 1;

    /// <summary>Returns the descriptor, which stays open in what is executed next.</summary>
    public static int Create(byte[] line)
    {
        var descriptor = CreateFile("request", 0);
        LinuxCalls.Require(descriptor, "memfd_create");
        using var file = new SafeFileHandle(descriptor, ownsHandle: false);
        RandomAccess.Write(file, line, 0);
        return descriptor;
    }

    /// <summary>Closes every descriptor but the standard three and this one when the next program starts.</summary>
    /// <remarks>The launcher's parents may have left some open, and what is open is exempt from every restriction.</remarks>
    public static void KeepOnly(int descriptor, int closeRange)
    {
        const int firstOther = 3;
        const int onExec = 4; // CLOSE_RANGE_CLOEXEC of linux/close_range.h
        LinuxCalls.Require(LinuxCalls.Call(closeRange, firstOther, int.MaxValue, onExec), "close_range");
        LinuxCalls.Require(LinuxCalls.FileControl(descriptor, SetFlags, 0), "fcntl");
    }

    /// <summary>The line, once.</summary>
    /// <exception cref="InvalidOperationException">No such descriptor was handed over.</exception>
    public static byte[] Take(string number)
    {
        var descriptor = int.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture);
        LinuxCalls.Require(LinuxCalls.FileControl(descriptor, GetFlags, 0), "request");
        LinuxCalls.Require(LinuxCalls.FileControl(descriptor, SetFlags, CloseOnExec), "request");
        using var file = new SafeFileHandle(descriptor, ownsHandle: true);
        var line = new byte[RandomAccess.GetLength(file)];
        var read = RandomAccess.Read(file, line, 0);
        return read == line.Length ? line : throw new InvalidOperationException("request: it ends early");
    }

    [DllImport("libc", EntryPoint = "memfd_create", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int CreateFile([MarshalAs(UnmanagedType.LPUTF8Str)] string name, uint flags);
}
