namespace SupplyChainAnalyzers.Core.Sources;

/// <summary>A change of text.</summary>
/// <param name="Start">Characters before it.</param>
/// <param name="Length">Characters that go.</param>
/// <param name="Replacement">What comes in their place.</param>
public sealed record SourceEdit(int Start, int Length, string Replacement);
