namespace SupplyChainAnalyzers.Core.Text.Unicode;

/// <summary>What a character is made of.</summary>
/// <param name="To">One or two characters.</param>
/// <param name="IsComposed">Whether form C puts them together again.</param>
internal sealed record Decomposition(int[] To, bool IsComposed);
