using System.Runtime.InteropServices;
using SupplyChainAnalyzers.Core.Scanning;

namespace SupplyChainAnalyzers.FakeScanner;

/// <summary>The real launcher in a process of its own: it can be killed, and its Core is the netstandard2.0 one.</summary>
internal static class Launcher
{
    public static int Run(string scanner, string temporaryFolder, string[] files)
    {
        var options = new ScannerOptions
        {
            DotnetPath = ScannerLocator.FindDotnet(null, Environment.ProcessPath, RuntimeEnvironment.GetRuntimeDirectory())!,
            ScannerPath = scanner,
            TemporaryFolder = temporaryFolder,
            Progress = static (file, bytes) => Console.WriteLine($"progress {bytes}"),
        };
        foreach (var result in ScannerClient.Scan([.. files.Select(static file => new ScanFile(file))], options))
            Console.WriteLine($"{result.Format?.Id ?? "-"} {string.Join(',', result.Findings.Select(static finding => $"{finding.Rule.Id}: {finding.Message}"))}");

        return 0;
    }
}
