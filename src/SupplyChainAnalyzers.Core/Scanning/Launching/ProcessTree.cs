using System.ComponentModel;
using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;

namespace SupplyChainAnalyzers.Core.Scanning.Launching;

/// <summary>
/// Ends a process and what it started. The scanner makes itself the head of a session when it starts, so on Unix its
/// process group has the number of the process, and a child that outlived it is still reached.
/// </summary>
internal static class ProcessTree
{
    private const int KillSignal = 9;

    /// <summary>How long the system may take to end a killed process.</summary>
    private const int EndMilliseconds = 5000;

    /// <summary>For a process that is alive, with its tree.</summary>
    public static void KillIfRunning(Process process, int id)
    {
        if (!process.HasExited)
            Kill(process, id);
    }

    /// <summary>Also for what a process that has ended left behind.</summary>
    public static void Kill(Process process, int id)
    {
        try
        {
            if (!process.HasExited)
            {
                KillRunning(process);
                process.WaitForExit(EndMilliseconds);
            }
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or NotSupportedException or AggregateException or TargetInvocationException)
        {
            // It ended by itself, or a descendant is not ours to end.
        }

        // Only a group of that number is meant: while one of its members lives, no new process can get the number.
        if (!RuntimeInformation.IsOSPlatform(OSPlatform.Windows))
            _ = SendSignal(-id, KillSignal);
    }

#if NET
    private static void KillRunning(Process process) => process.Kill(entireProcessTree: true);
#else
    // netstandard2.0 does not know it, but every .NET that loads this assembly has it; .NET Framework has not.
    private static readonly Action<Process> KillRunning =
        typeof(Process).GetMethod(nameof(Process.Kill), [typeof(bool)]) is { } killTree
            ? process => killTree.Invoke(process, [true])
            : static process => process.Kill();
#endif

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int SendSignal(int process, int signal);
}
