namespace SupplyChainAnalyzers.Core.Sources.Python;

/// <summary>A logical line (Python Language Reference 2.1.5).</summary>
/// <param name="Indent">Columns before its first token; a tab counts to the next multiple of eight.</param>
/// <param name="Tokens">At least one.</param>
internal sealed record PyLine(int Indent, IReadOnlyList<PyToken> Tokens);
