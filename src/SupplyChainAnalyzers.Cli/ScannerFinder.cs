using System.Runtime.InteropServices;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Scanning;

namespace SupplyChainAnalyzers.Cli;

/// <summary>The scanner that lies beside this tool, and the .NET host to run it.</summary>
internal static class ScannerFinder
{
    /// <summary>Null when either is missing.</summary>
    public static ScannerOptions? Find(CommandHost host)
    {
        var scanner = ScannerLocator.FindScanner(host.BaseDirectory);
        var dotnet = ScannerLocator.FindDotnet(host.Variable("DOTNET_HOST_PATH"), Environment.ProcessPath, RuntimeEnvironment.GetRuntimeDirectory());
        return scanner is null || dotnet is null ? null : new ScannerOptions { DotnetPath = dotnet, ScannerPath = scanner };
    }

    /// <summary>For verbs that can do nothing without it.</summary>
    public static ScannerOptions Require(CommandHost host) => Find(host)
        ?? throw new CommandFailedException(Rules.ScannerUnavailable, "the scanner or the .NET host to run it is missing; install the tool anew");
}
