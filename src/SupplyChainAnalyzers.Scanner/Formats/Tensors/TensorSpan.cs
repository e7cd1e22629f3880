namespace SupplyChainAnalyzers.Scanner.Formats.Tensors;

/// <summary>Where a tensor lies, counted from the start of the data.</summary>
/// <param name="Start">First byte.</param>
/// <param name="End">Byte behind the last.</param>
/// <param name="At">Offset in the file of what says so.</param>
internal readonly record struct TensorSpan(long Start, long End, long At);
