namespace SupplyChainAnalyzers.Core.Verification;

/// <summary>A file that was copied to the output or publish folder.</summary>
/// <param name="Source">Absolute path it was copied from.</param>
/// <param name="Destination">Absolute path it was copied to.</param>
/// <param name="Hidden">
/// Why the copy cannot be looked at, to follow "is": <c>bundled into App</c>. Null when it must be at its destination.
/// </param>
public sealed record ShippedCopy(string Source, string Destination, string? Hidden = null);
