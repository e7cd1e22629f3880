namespace SupplyChainAnalyzers.Scanner.Conversion;

/// <summary>A file whose tensors cannot be copied as they are. The message goes on after the file's name.</summary>
internal sealed class ConversionException(string reason) : Exception(reason);
