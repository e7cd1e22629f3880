using System.Runtime.InteropServices;
using System.Text;
using SupplyChainAnalyzers.Core.Hashing.Native;

namespace SupplyChainAnalyzers.Core.Tests.Verification;

/// <summary>What .NET has no call for.</summary>
internal static class Unix
{
    /// <summary>Makes a named pipe; 0 when it worked.</summary>
    public static int MakeFifo(string path) => MakeFifo(Encoding.UTF8.GetBytes(path + "\0"), 0x180);

#pragma warning disable SYSLIB1054 // LibraryImport wants unsafe code
    [DllImport("libc", EntryPoint = "mkfifo")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int MakeFifo(byte[] path, uint mode);
#pragma warning restore SYSLIB1054
}

/// <summary>Runs everywhere but on Windows, and says so there.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute() => Skip = OperatingSystem.IsWindows() ? "needs symbolic links and case-sensitive names" : null;
}

/// <summary>Runs where the temporary folder keeps change times, without which nothing is remembered.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CacheFactAttribute : FactAttribute
{
    public CacheFactAttribute() =>
        Skip = FileSystem.Current.KeepsChangeTime(Path.GetTempPath()) ? null : "the temporary folder keeps no change times to rely on";
}

/// <summary>Runs everywhere but on Windows, and says so there.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnixTheoryAttribute : TheoryAttribute
{
    public UnixTheoryAttribute() => Skip = OperatingSystem.IsWindows() ? "needs symbolic links and case-sensitive names" : null;
}
