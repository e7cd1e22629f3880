namespace SupplyChainAnalyzers.Testing.Benchmarks;

/// <summary>What an analyzer costs one compilation.</summary>
/// <param name="Files">Files of the compilation.</param>
/// <param name="Lines">Lines of all files.</param>
/// <param name="Analyzer">Median time spent in the analyzer's own code, as the compiler's telemetry counts it.</param>
/// <param name="Compile">Median time of binding and emitting the same compilation without analyzers.</param>
public sealed record AnalyzerCost(int Files, int Lines, TimeSpan Analyzer, TimeSpan Compile)
{
    /// <summary>The analyzer's part of the compile time, 0 to 1.</summary>
    public double Share => Analyzer / Compile;
}
