namespace SupplyChainAnalyzers.Core.Hashing;

/// <summary>A file that has to be read.</summary>
/// <param name="Index">Place among the jobs.</param>
/// <param name="Path">Absolute.</param>
/// <param name="Size">Bytes it had when it was looked at; the order of work and the progress go by it.</param>
internal readonly record struct HashWork(int Index, string Path, long Size);
