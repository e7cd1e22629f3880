using System.Runtime.InteropServices;

namespace SupplyChainAnalyzers.Scanner.Sandbox.Linux;

/// <summary>What this process may no longer do, found out by trying. No marker, variable or argument is believed.</summary>
internal static class Proof
{
    private const int WriteOnly = 1;
    private const int CloseOnExec = 0x80000;
    private const int AccessDenied = 13; // EACCES
    private const int NotPermitted = 1; // EPERM
    private const int InternetFamily = 2;
    private const int Datagram = 2;

    /// <summary>
    /// Whether Landlock binds this process. The own name in /proc can always be written otherwise, whoever runs it. To be asked
    /// before the process is undumpable and its calls are filtered: both refuse this too.
    /// </summary>
    public static bool FilesAreRefused()
    {
        var name = LinuxCalls.Open("/proc/self/comm", WriteOnly | CloseOnExec);
        var error = Marshal.GetLastPInvokeError();
        if (name >= 0)
            _ = LinuxCalls.Close(name);
        return name < 0 && error == AccessDenied;
    }

    /// <summary>Whether the filter of calls is on and works.</summary>
    public static bool CallsAreRefused()
    {
        var socket = LinuxCalls.Socket(InternetFamily, Datagram, 0);
        var error = Marshal.GetLastPInvokeError();
        if (socket >= 0)
            _ = LinuxCalls.Close(socket);
        return socket < 0 && error == NotPermitted && Seccomp.IsOn;
    }
}
