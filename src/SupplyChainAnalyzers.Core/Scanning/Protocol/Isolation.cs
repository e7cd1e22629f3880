namespace SupplyChainAnalyzers.Core.Scanning.Protocol;

/// <summary>What a flaw in a parser could not do, as words in the scanner's <c>hello</c>. Only what the scanner has tried holds.</summary>
internal static class Isolation
{
    /// <summary>Read any file but the requested ones and the runtime's, or write one.</summary>
    public const string Filesystem = "filesystem";

    /// <summary>Open a socket of any kind.</summary>
    public const string Network = "network";

    /// <summary>Start, signal or look into another process.</summary>
    public const string Processes = "processes";

    /// <summary>Use more memory than agreed.</summary>
    public const string Memory = "memory";

    public static readonly IReadOnlyList<string> All = [Filesystem, Network, Processes, Memory];
}
