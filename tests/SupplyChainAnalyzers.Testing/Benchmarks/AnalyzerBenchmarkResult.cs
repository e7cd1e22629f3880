namespace SupplyChainAnalyzers.Testing.Benchmarks;

/// <summary>What <see cref="AnalyzerBenchmark"/> measured.</summary>
/// <param name="Fixed">Milliseconds for a compilation of one empty class without packages for models: what every project pays.</param>
/// <param name="WithoutModels">A project without such packages; its sinks are those of the platform.</param>
/// <param name="WithModels">The same with them, and a model loaded in every twentieth file.</param>
public sealed record AnalyzerBenchmarkResult(Quartiles Fixed, AnalyzerCost WithoutModels, AnalyzerCost WithModels);
