namespace SupplyChainAnalyzers.Scanner.Conversion;

/// <summary>Takes bytes of a tensor, beginning so many bytes into it.</summary>
internal delegate void TensorSink(long offset, ReadOnlySpan<byte> bytes);
