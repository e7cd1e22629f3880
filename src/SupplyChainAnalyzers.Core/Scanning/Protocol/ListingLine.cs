namespace SupplyChainAnalyzers.Core.Scanning.Protocol;

/// <summary>One thing that is in a file, in words, safe to show.</summary>
/// <param name="Section">What kind of thing: <c>tensors</c>, <c>metadata</c>, <c>trace</c> …</param>
/// <param name="Text">The words.</param>
/// <param name="Member">The member of the file that holds it, raw; null for the file itself.</param>
public sealed record ListingLine(string Section, string Text, string? Member = null);
