namespace SupplyChainAnalyzers.Testing.Benchmarks;

/// <summary>What <see cref="AnalyzerBenchmark"/> measured.</summary>
/// <param name="Fixed">A compilation of one empty class without packages for models: what every project pays.</param>
/// <param name="WithoutModels">A project without such packages; its sinks are those of the platform.</param>
/// <param name="WithModels">The same with them, and a model loaded in every twentieth file.</param>
public sealed record AnalyzerBenchmarkResult(AnalyzerCost Fixed, AnalyzerCost WithoutModels, AnalyzerCost WithModels)
{
    /// <summary>Milliseconds a thousand lines without packages for models, the fixed cost taken off.</summary>
    public double MillisecondsPerThousandLines => (WithoutModels.Analyzer - Fixed.Analyzer).TotalMilliseconds * 1000 / WithoutModels.Lines;

    /// <summary>The same with packages for models.</summary>
    public double MillisecondsPerThousandLinesWithModels => (WithModels.Analyzer - Fixed.Analyzer).TotalMilliseconds * 1000 / WithModels.Lines;
}
