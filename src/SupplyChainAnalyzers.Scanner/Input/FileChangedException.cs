namespace SupplyChainAnalyzers.Scanner.Input;

/// <summary>The file is not what it was a moment ago.</summary>
internal sealed class FileChangedException : IOException;
