using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.Cli.Scanning;

/// <summary>One path that a scan has to answer for.</summary>
/// <param name="Path">Absolute.</param>
/// <param name="Name">As reports write it: relative to the current folder with <c>/</c>, or absolute when it lies elsewhere.</param>
/// <param name="Size">Bytes as the folder lists them; for sharing out work only.</param>
/// <param name="Problem">Why there is nothing to scan; null when there is.</param>
internal sealed record ScanTarget(string Path, string Name, long Size, Finding? Problem = null);
