namespace SupplyChainAnalyzers.Testing.Benchmarks;

/// <summary>What one look at a compilation cost.</summary>
/// <param name="Time">Time of the processor.</param>
/// <param name="Bytes">Bytes allocated.</param>
/// <param name="Collections">Garbage collections that fell into it.</param>
internal sealed record AnalyzerTurn(TimeSpan Time, long Bytes, int Collections);
