namespace SupplyChainAnalyzers.Core.Scanning.Sources;

/// <summary>What the scanner says of one source file.</summary>
/// <param name="Findings">In the order of its text.</param>
/// <param name="Sha256">Digest of the bytes that were read; null where nothing was found in them.</param>
/// <param name="UsesModelPackages">Whether it references packages that people use with models.</param>
/// <param name="IsIncomplete">Whether some of it was not looked at.</param>
internal sealed record SourceReport(IReadOnlyList<SourceReportFinding> Findings, string? Sha256, bool UsesModelPackages, bool IsIncomplete);
