namespace SupplyChainAnalyzers.Core.Locking;

/// <summary>One difference between two locks.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Model">Name of the model.</param>
/// <param name="Path">A file relative to the lock's folder, '/' separated; null when it is the model itself that changed.</param>
/// <param name="Detail">What changed, for people; raw text.</param>
public sealed record LockChange(LockChangeKind Kind, string Model, string? Path, string Detail);
