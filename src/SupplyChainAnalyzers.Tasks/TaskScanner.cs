using System.Runtime.InteropServices;
using SupplyChainAnalyzers.Core.Scanning;

namespace SupplyChainAnalyzers.Tasks;

/// <summary>The scanner of the package this task came in.</summary>
internal static class TaskScanner
{
    /// <summary>Null when it or the host to run it is not there.</summary>
    /// <param name="dotnet">The host the build names; empty when it does not know it.</param>
    public static ScannerOptions? Find(string? dotnet)
    {
        var host = ScannerLocator.FindDotnet(dotnet, null, RuntimeEnvironment.GetRuntimeDirectory());
        var scanner = ScannerLocator.FindScanner(Path.GetDirectoryName(typeof(TaskScanner).Assembly.Location)!);
        return host is null || scanner is null ? null : new ScannerOptions { DotnetPath = host, ScannerPath = scanner };
    }
}
