namespace SupplyChainAnalyzers.Core.Manifest;

/// <summary>A commit of models.lock.</summary>
/// <param name="Commit">40 lower-case hex digits.</param>
/// <param name="Name">The branch or tag it was resolved from, as the lock has it; null when it does not say.</param>
public sealed record Pin(string Commit, string? Name);
