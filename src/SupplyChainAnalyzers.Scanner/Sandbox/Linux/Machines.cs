using System.Runtime.InteropServices;

namespace SupplyChainAnalyzers.Scanner.Sandbox.Linux;

/// <summary>What this process runs on.</summary>
internal static class Machines
{
    public static Machine Current => RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X64 => Machine.X64,
        Architecture.Arm64 => Machine.Arm64,
        _ => Machine.Unknown,
    };

    /// <summary>
    /// Whether the C library is musl: it signals its threads by tkill, which names no process, where glibc uses tgkill.
    /// </summary>
    public static bool IsMusl => RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal);
}
