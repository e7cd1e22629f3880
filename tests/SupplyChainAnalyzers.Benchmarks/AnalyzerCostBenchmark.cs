using SupplyChainAnalyzers.Analyzers;
using SupplyChainAnalyzers.Analyzers.Tests.Sinks;
using SupplyChainAnalyzers.Testing.Benchmarks;

namespace SupplyChainAnalyzers.Benchmarks;

/// <summary>What the analyzer costs a compilation, by the compiler's own telemetry, on a generated project, and what others cost there.</summary>
internal static class AnalyzerCostBenchmark
{
    public static void Run(Report report)
    {
        var result = AnalyzerBenchmark.RunAsync(static () => new ModelSupplyChainAnalyzer()).GetAwaiter().GetResult();

        report.Title($"Analyzer in the compiler, {result.WithoutModels.Files} files, {result.WithoutModels.Lines} lines, time of the processor, median, warm");
        report.Figure("a compilation without packages for models, fixed", result.Fixed.Analyzer.TotalMilliseconds, "ms", "≤ 0.5");
        report.Figure("and for each 1,000 lines (sinks of the platform)", result.MillisecondsPerThousandLines, "ms", "≤ 0.5");
        report.Figure("with such packages, for each 1,000 lines", result.MillisecondsPerThousandLinesWithModels, "ms", "≤ 1.5");
        report.Figure("share of compile time without them", result.WithoutModels.Share * 100, "%", "≤ 1");
        report.Figure("share of compile time with them", result.WithModels.Share * 100, "%", "≤ 1");
        report.Figure("time for 1,096 calls of interest in a body, over 137", AnalyzerBenchmark.ScaleAsync(static () => new ModelSupplyChainAnalyzer()).GetAwaiter().GetResult(), "×", "≤ 9");
        var (operations, bytes) = MissPath.Measure();
        report.Figure($"allocated by {operations} calls of no interest, all packages there", bytes, "bytes", "0");

        var peers = PeerAnalyzers.Load();
        var times = AnalyzerBenchmark.CompareAsync([[new ModelSupplyChainAnalyzer()], .. peers.Select(static peer => peer.Analyzers)]).GetAwaiter().GetResult();
        report.Figure("the project with packages for models: this analyzer", times[0], "ms", "—");
        for (var i = 0; i < peers.Count; i++)
            report.Figure($"    {peers[i].Name}, {peers[i].Analyzers.Length} analyzers", times[i + 1], "ms", "—");
    }
}
