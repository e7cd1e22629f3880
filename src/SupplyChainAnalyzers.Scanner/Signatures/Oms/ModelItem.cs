namespace SupplyChainAnalyzers.Scanner.Signatures.Oms;

/// <summary>Something in a model's folder.</summary>
/// <param name="Path">Relative, with <c>/</c>, as the disk spells it.</param>
/// <param name="Size">Bytes; of a link, those of its target.</param>
/// <param name="Kind">What it is.</param>
internal sealed record ModelItem(string Path, long Size, ModelItemKind Kind);
