using System.Diagnostics;

namespace SupplyChainAnalyzers.Core.Scanning.Launching;

/// <summary>How the process is started, and what the host says when it cannot.</summary>
internal static class ScannerStart
{
    public static ProcessStartInfo Create(ScannerOptions options, string privateFolder)
    {
        var start = new ProcessStartInfo
        {
            FileName = options.DotnetPath,
            Arguments = CommandLine.Join("exec", "--roll-forward", "Major", options.ScannerPath),
            WorkingDirectory = privateFolder,
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var variable in ScannerEnvironment.Create(privateFolder, options.MemoryLimit))
            start.Environment[variable.Key] = variable.Value;

        return start;
    }

    /// <summary>
    /// The host's codes for "no framework fits" (0x80008096) and "no host library" (0x80008083); Unix keeps their last byte.
    /// </summary>
    public static bool IsRuntimeMissing(int exitCode) => exitCode is unchecked((int)0x80008096) or 0x96 or unchecked((int)0x80008083) or 0x83;
}
