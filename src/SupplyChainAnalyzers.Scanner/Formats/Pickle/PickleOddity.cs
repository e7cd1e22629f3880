namespace SupplyChainAnalyzers.Scanner.Formats.Pickle;

/// <summary>Something a pickle does that no single name answers for.</summary>
internal sealed record PickleOddity(PickleOddityKind Kind, long Offset, string Shown);
