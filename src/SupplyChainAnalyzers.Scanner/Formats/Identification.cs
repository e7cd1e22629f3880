using SupplyChainAnalyzers.Core.Formats;

namespace SupplyChainAnalyzers.Scanner.Formats;

/// <summary>What a file is by its structure.</summary>
/// <param name="Format">By structure; by the first bytes where the structure is damaged.</param>
/// <param name="Damage">What is wrong with the structure; null when nothing is.</param>
internal sealed record Identification(ModelFormat Format, DamagedFileException? Damage = null);
