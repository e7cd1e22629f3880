namespace SupplyChainAnalyzers.Scanner.Judging.Marshal;

/// <summary>The data is no marshal data of the layout that was tried.</summary>
internal sealed class MarshalFormatException : Exception;
