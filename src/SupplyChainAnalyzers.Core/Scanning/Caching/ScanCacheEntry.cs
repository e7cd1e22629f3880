using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Scanning.Protocol;

namespace SupplyChainAnalyzers.Core.Scanning.Caching;

/// <summary>What the scanner said of one content, before any policy, and what did not hold it while it looked.</summary>
internal sealed record ScanCacheEntry(long Size, ModelFormat Format, IReadOnlyList<ReportedFinding> Findings, IReadOnlyList<string> MissingIsolation)
{
    /// <summary>What was listed; empty but for signatures.</summary>
    public IReadOnlyList<ListingLine> Listing { get; init; } = [];
}
