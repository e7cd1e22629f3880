using System.Globalization;
using System.Runtime.InteropServices;

namespace SupplyChainAnalyzers.Core.Scanning.Launching;

/// <summary>
/// The whole environment of the scanner. Nothing is inherited: a variable such as DOTNET_STARTUP_HOOKS, CORECLR_PROFILER
/// or LD_PRELOAD would put foreign code in front of ours, and its answer would look like ours.
/// </summary>
internal static class ScannerEnvironment
{
    public static Dictionary<string, string> Create(string privateFolder, long memoryLimit)
    {
        // Three quarters for objects: beyond them an exception is thrown; beyond the whole limit the process ends.
        var heap = memoryLimit / 4 * 3;
        var variables = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["DOTNET_EnableDiagnostics"] = "0", // no debugger, profiler or diagnostic port
            ["DOTNET_TieredPGO"] = "0", // counts calls for a recompilation this process does not live to see
            ["DOTNET_gcServer"] = "0",
            ["DOTNET_gcConcurrent"] = "0", // one thread and its stack less
            ["DOTNET_GCHeapHardLimit"] = "0x" + heap.ToString("X", CultureInfo.InvariantCulture),
            ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1",
            ["DOTNET_NOLOGO"] = "1",
            ["ORT_DISABLE_TELEMETRY"] = "1", // read by native code, so it must be here before the process starts
        };
        if (RuntimeInformation.IsOSPlatform(OSPlatform.Windows))
        {
            variables["SystemRoot"] = Environment.GetFolderPath(Environment.SpecialFolder.Windows); // the system's libraries ask for it
            variables["TEMP"] = privateFolder;
            variables["TMP"] = privateFolder;
        }
        else
        {
            // Certificates are believed because the request says so; stores of this user and machine are looked for where nothing is.
            var nowhere = Path.Combine(privateFolder, "none");
            variables["TMPDIR"] = privateFolder;
            variables["HOME"] = nowhere;
            variables["SSL_CERT_DIR"] = nowhere;
            variables["SSL_CERT_FILE"] = nowhere;
        }

        return variables;
    }
}
