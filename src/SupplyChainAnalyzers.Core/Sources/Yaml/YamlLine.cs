namespace SupplyChainAnalyzers.Core.Sources.Yaml;

/// <summary>One line of a YAML text, as far as the subset goes: <c>- key: value</c>, each part optional.</summary>
/// <param name="Indent">Columns before the first character, where a dash counts as one level of its own.</param>
/// <param name="Dashes">How many <c>- </c> stand before the rest.</param>
/// <param name="Key">The key; null when there is none.</param>
/// <param name="Value">A plain or quoted scalar; null when there is none.</param>
/// <param name="Start">Where the value stands, between its quotes.</param>
/// <param name="Length">Characters of the value in the text.</param>
internal sealed record YamlLine(int Indent, int Dashes, string? Key, string? Value, int Start, int Length)
{
    /// <summary>The column where what belongs to the line's last item or key begins.</summary>
    public int Inner => Indent + (Dashes * 2);
}
