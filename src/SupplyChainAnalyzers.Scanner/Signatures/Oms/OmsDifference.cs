namespace SupplyChainAnalyzers.Scanner.Signatures.Oms;

/// <summary>One way in which a model is not the one that was signed.</summary>
/// <param name="Kind">In which.</param>
/// <param name="Path">The file, raw.</param>
internal sealed record OmsDifference(OmsDifferenceKind Kind, string Path);
