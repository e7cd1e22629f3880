using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.Cli.Scanning;

/// <summary>A script or container file among what was scanned.</summary>
/// <param name="Path">As reports write it.</param>
/// <param name="Kind">What it is, one word.</param>
/// <param name="Findings">In the order of its text.</param>
/// <param name="IsIncomplete">Whether some of it was not looked at.</param>
internal sealed record ScannedSource(string Path, string Kind, IReadOnlyList<DecidedFinding> Findings, bool IsIncomplete);
