using System.Runtime.InteropServices;

namespace SupplyChainAnalyzers.Scanner.Sandbox;

/// <summary>
/// What the process gives up for good before it opens a file. On Linux: dumps, tracing by others, new privileges, its
/// terminal, memory and open files beyond a limit.
/// </summary>
internal static class ProcessLimits
{
    /// <summary>Libraries that are loaded late, the pipes, and one model file with its parts.</summary>
    private const ulong MaxOpenFiles = 128;

    /// <summary>First of all, before the request is read.</summary>
    public static void Enter()
    {
        if (!OperatingSystem.IsLinux())
            return;

        // Fails when the process leads a group already, which serves as well.
        _ = StartSession();
        Limit(LimitKind.CoreSize, 0);
        Limit(LimitKind.OpenFiles, MaxOpenFiles);
        Require(Control(SetNoNewPrivileges, 1), "no_new_privs");
        Require(Control(SetDumpable, 0), "dumpable");
    }

    /// <summary>
    /// Ends the process rather than the machine: RLIMIT_DATA counts every private writable page, also those of native
    /// code that the collector's own limit does not see. (RLIMIT_AS would stop .NET at its start.)
    /// </summary>
    public static void LimitMemory(long bytes)
    {
        if (OperatingSystem.IsLinux() && bytes > 0)
            Limit(LimitKind.Data, (ulong)bytes);
    }

    private static void Limit(LimitKind kind, ulong value)
    {
        var limit = new ResourceLimit { Soft = value, Hard = value };
        Require(SetLimit((int)kind, limit), kind.ToString());
    }

    private static void Require(int result, string what)
    {
        if (result != 0)
            throw new InvalidOperationException($"{what}: {Marshal.GetLastPInvokeErrorMessage()}");
    }

    // linux/resource.h
    private enum LimitKind
    {
        Data = 2,
        CoreSize = 4,
        OpenFiles = 7,
    }

    // linux/prctl.h
    private const int SetDumpable = 4;
    private const int SetNoNewPrivileges = 38;

    [StructLayout(LayoutKind.Sequential)]
    private struct ResourceLimit
    {
        public ulong Soft; // rlim_t is 64 bits wide on every 64-bit Linux
        public ulong Hard;
    }

    [DllImport("libc", EntryPoint = "setrlimit", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetLimit(int kind, in ResourceLimit limit);

    [DllImport("libc", EntryPoint = "prctl", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Control(int option, nuint value, nuint unused3 = 0, nuint unused4 = 0, nuint unused5 = 0);

    [DllImport("libc", EntryPoint = "setsid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int StartSession();
}
