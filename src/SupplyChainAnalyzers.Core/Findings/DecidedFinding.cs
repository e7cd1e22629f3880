namespace SupplyChainAnalyzers.Core.Findings;

/// <summary>A finding and what the policy makes of it. <see cref="Justification"/> is set when an exemption covers it.</summary>
public sealed record DecidedFinding(Finding Finding, Level Level, string? Justification = null);
