namespace SupplyChainAnalyzers.Core.Scanning.Behavior;

/// <summary>A file a model was checked with.</summary>
/// <param name="Role">probe, labels, reference or golden.</param>
/// <param name="Sha256">64 lower-case hex digits, of the bytes that were read.</param>
public sealed record BehaviorInput(string Role, string Sha256);
