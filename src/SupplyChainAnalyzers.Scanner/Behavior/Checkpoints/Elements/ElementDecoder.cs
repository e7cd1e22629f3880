namespace SupplyChainAnalyzers.Scanner.Behavior.Checkpoints.Elements;

/// <summary>Turns whole blocks of one element type into numbers.</summary>
/// <param name="bytes">Blocks, one after the other.</param>
/// <param name="numbers">As many as they hold.</param>
internal delegate void ElementDecoder(ReadOnlySpan<byte> bytes, Span<float> numbers);
