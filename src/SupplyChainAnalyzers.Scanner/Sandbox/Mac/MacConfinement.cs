using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using SupplyChainAnalyzers.Core.Scanning.Protocol;

namespace SupplyChainAnalyzers.Scanner.Sandbox.Mac;

/// <summary>
/// The system's own sandbox (Seatbelt), which binds all threads at once. Deprecated since 10.8 and used by every browser.
/// </summary>
/// <remarks>Compiled on every system, run on macOS only.</remarks>
[SupportedOSPlatform("macos")]
internal static class MacConfinement
{
    private const int WriteOnly = 1;
    private const int InternetFamily = 2;
    private const int Datagram = 2;

    /// <summary>What holds, found out by trying: the profile's language is undocumented.</summary>
    public static IReadOnlyList<string> Enter(IReadOnlyList<string> inputs, string? output)
    {
        if (Initialize(SandboxProfile.For(inputs, output), 0, out _) != 0)
            return [];

        var holds = new List<string>();
        if (IsRefused(Open("/dev/null", WriteOnly)) && IsRefused(Open("/etc/hosts", 0)))
            holds.Add(Isolation.Filesystem);
        if (IsRefused(Socket(InternetFamily, Datagram, 0)))
            holds.Add(Isolation.Network);
        holds.Add(Isolation.Processes);
        return holds;
    }

    private static bool IsRefused(int descriptor)
    {
        if (descriptor >= 0)
            _ = Close(descriptor);
        return descriptor < 0;
    }

    [DllImport("libSystem", EntryPoint = "sandbox_init")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Initialize([MarshalAs(UnmanagedType.LPUTF8Str)] string profile, ulong flags, out nint error);

    [DllImport("libSystem", EntryPoint = "open")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libSystem", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int descriptor);

    [DllImport("libSystem", EntryPoint = "socket")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Socket(int family, int kind, int protocol);
}
