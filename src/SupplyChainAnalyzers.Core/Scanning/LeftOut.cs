namespace SupplyChainAnalyzers.Core.Scanning;

/// <summary>Something in a file that is no tensor, and so is not in the converted one.</summary>
/// <param name="Name">Where it stood; raw, hostile.</param>
/// <param name="What">What it is.</param>
public sealed record LeftOut(string Name, string What);
