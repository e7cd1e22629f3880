using System.Runtime.Versioning;
using SupplyChainAnalyzers.Core.Scanning.Protocol;

namespace SupplyChainAnalyzers.Scanner.Sandbox.Windows;

/// <summary>
/// What a process can take from itself on Windows: other processes, memory, privileges, and writing to whatever an ordinary
/// user's programs wrote. Reading files and opening sockets it cannot: that takes another account or an AppContainer, which
/// only who starts it can give.
/// </summary>
/// <remarks>Compiled on every system, run on Windows only.</remarks>
[SupportedOSPlatform("windows")]
internal static class WindowsConfinement
{
    public static IReadOnlyList<string> Enter(long memoryLimit)
    {
        // Neither failure is worse than a system without the means: it is said, not hidden.
        _ = IntegrityLevel.TryLower();
        return JobObject.TryEnter(memoryLimit) ? [Isolation.Processes, Isolation.Memory] : [];
    }
}
