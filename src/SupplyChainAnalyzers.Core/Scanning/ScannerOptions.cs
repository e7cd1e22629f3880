namespace SupplyChainAnalyzers.Core.Scanning;

/// <summary>How the scanner process is started.</summary>
public sealed record ScannerOptions
{
    /// <summary>Absolute path of the dotnet host.</summary>
    public required string DotnetPath { get; init; }

    /// <summary>Absolute path of SupplyChainAnalyzers.Scanner.dll.</summary>
    public required string ScannerPath { get; init; }

    /// <summary>Longest time for all requested files together.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Bytes of memory the process may use.</summary>
    public long MemoryLimit { get; init; } = 256L << 20;
}
