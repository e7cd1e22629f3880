namespace SupplyChainAnalyzers.Core.Findings;

/// <summary>What is known about the content of one file; ordered, the worst finding names the file's. Written in lower case.</summary>
public enum Verdict
{
    /// <summary>All of it was inspected and nothing was found.</summary>
    Clean,

    /// <summary>Some of it could not be inspected, and nothing worse is known: never the same as clean.</summary>
    Unscannable,

    /// <summary>It holds what harmless models hold rarely, or what needs others to do harm.</summary>
    Suspicious,

    /// <summary>Using it does harm.</summary>
    Malicious,
}
