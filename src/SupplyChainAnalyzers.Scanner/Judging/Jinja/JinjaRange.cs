namespace SupplyChainAnalyzers.Scanner.Judging.Jinja;

/// <summary>A range of numbers.</summary>
/// <param name="Count">How many.</param>
internal sealed record JinjaRange(long Count);
