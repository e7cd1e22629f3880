using SupplyChainAnalyzers.Core.Formats;

namespace SupplyChainAnalyzers.Core.Hashing;

/// <summary>What the cache holds of one file. A class: a dictionary of structures of ours would be compiled anew in every build.</summary>
internal sealed record CacheEntry(FileIdentity Identity, byte[] Sha256, ModelFormat Format);
