namespace SupplyChainAnalyzers.Core.Hashing;

/// <summary>One file to hash.</summary>
/// <param name="Path">Absolute.</param>
/// <param name="Stat">What the caller has already found at the path, to save asking again; null asks.</param>
public sealed record HashJob(string Path, FileStat? Stat = null);
