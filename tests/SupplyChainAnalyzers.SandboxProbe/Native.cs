using System.Runtime.InteropServices;

namespace SupplyChainAnalyzers.SandboxProbe;

/// <summary>The C library as injected code would call it. Numbers are those of Linux on x64.</summary>
internal static unsafe class Native
{
    [DllImport("libc", EntryPoint = "syscall", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern nint Call(nint number, nint argument0 = 0, nint argument1 = 0, nint argument2 = 0, nint argument3 = 0, nint argument4 = 0);

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, int mode = 0);

    [DllImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int Close(int descriptor);

    [DllImport("libc", EntryPoint = "chmod", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int ChangeMode([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int mode);

    [DllImport("libc", EntryPoint = "truncate", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int Truncate([MarshalAs(UnmanagedType.LPUTF8Str)] string path, nint length);

    [DllImport("libc", EntryPoint = "pthread_create")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int CreateThread(out nint thread, nint attributes, delegate* unmanaged<nint, nint> start, nint argument);

    [DllImport("libc", EntryPoint = "pthread_join")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int JoinThread(nint thread, nint result);

    /// <summary>A result of zero or more is success; anything else throws with the error's number.</summary>
    public static nint Must(nint result)
    {
        if (result < 0)
            throw new IOException("errno " + Marshal.GetLastPInvokeError());

        return result;
    }

    public static void MustOpen(string path, int flags, int mode = 0) => _ = Close((int)Must(Open(path, flags, mode)));
}
