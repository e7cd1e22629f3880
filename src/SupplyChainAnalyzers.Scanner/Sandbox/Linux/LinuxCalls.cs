using System.Runtime.InteropServices;

namespace SupplyChainAnalyzers.Scanner.Sandbox.Linux;

/// <summary>The C library's functions that confine this process. Numbers and constants stand with their users.</summary>
internal static class LinuxCalls
{
    /// <summary>For calls without a wrapper in the C library; every argument is a machine word.</summary>
    [DllImport("libc", EntryPoint = "syscall", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern nint Call(nint number, nint argument0, nint argument1, nint argument2, nint argument3 = 0);

    [DllImport("libc", EntryPoint = "prctl", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int Control(int option, nuint value, nuint unused3 = 0, nuint unused4 = 0, nuint unused5 = 0);

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int Close(int descriptor);

    [DllImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int FileControl(int descriptor, int command, nint value);

    [DllImport("libc", EntryPoint = "socket", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int Socket(int family, int kind, int protocol);

    /// <summary>Both arrays end in null.</summary>
    [DllImport("libc", EntryPoint = "execve", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int Execute([MarshalAs(UnmanagedType.LPUTF8Str)] string path, nint[] arguments, nint[] environment);

    /// <summary>Throws with the system's words unless a call's result is zero or more.</summary>
    public static nint Require(nint result, string what) =>
        result >= 0 ? result : throw new InvalidOperationException($"{what}: {Marshal.GetLastPInvokeErrorMessage()}");
}
