using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Scanning.Protocol;

namespace SupplyChainAnalyzers.Scanner.Formats;

/// <summary>What a file is, and what is wrong with its structure.</summary>
internal sealed record Identification(ModelFormat Format, IReadOnlyList<ReportedFinding> Findings);
