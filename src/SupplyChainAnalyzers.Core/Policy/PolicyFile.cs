namespace SupplyChainAnalyzers.Core.Policy;

/// <summary>One file that a policy was read from.</summary>
/// <param name="Path">Absolute path.</param>
/// <param name="Sha256">64 lower-case hex digits over its bytes.</param>
public sealed record PolicyFile(string Path, string Sha256);
