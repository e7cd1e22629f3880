using SupplyChainAnalyzers.Analyzers;
using SupplyChainAnalyzers.Testing.Benchmarks;

namespace SupplyChainAnalyzers.Benchmarks;

/// <summary>What the analyzer costs a compilation, by the compiler's own telemetry, on a generated project.</summary>
internal static class AnalyzerCostBenchmark
{
    public static void Run(Report report)
    {
        var result = AnalyzerBenchmark.RunAsync(static () => new ModelSupplyChainAnalyzer()).GetAwaiter().GetResult();

        report.Title($"Analyzer in the compiler, {result.WithoutModels.Files} files, {result.WithoutModels.Lines} lines, median, warm");
        report.Figure("a compilation without packages for models, fixed", result.Fixed.Analyzer.TotalMilliseconds, "ms", "≤ 0.5");
        report.Figure("and for each 1,000 lines (sinks of the platform)", result.MillisecondsPerThousandLines, "ms", "≤ 0.5");
        report.Figure("with such packages, for each 1,000 lines", result.MillisecondsPerThousandLinesWithModels, "ms", "≤ 1.5");
        report.Figure("share of compile time without them", result.WithoutModels.Share * 100, "%", "≤ 1");
        report.Figure("share of compile time with them", result.WithModels.Share * 100, "%", "≤ 1");
    }
}
