using System.Diagnostics;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SupplyChainAnalyzers.Testing.Benchmarks;

/// <summary>Measures what an analyzer costs on generated projects, warm, by the compiler's own telemetry.</summary>
public static class AnalyzerBenchmark
{
    private const int DefaultFiles = 200;
    private const int DefaultRounds = 7;

    // Rounds that only warm up: the runtime compiles hot code again in the background, and takes its time.
    private const int WarmUps = 8;

    /// <summary>Runs every case <paramref name="rounds"/> times and takes medians.</summary>
    /// <param name="create">Makes the analyzer under test; each round gets a new one.</param>
    /// <param name="files">Files of the measured projects; each has about a hundred lines.</param>
    /// <param name="rounds">Measured rounds a case.</param>
    public static async Task<AnalyzerBenchmarkResult> RunAsync(Func<DiagnosticAnalyzer> create, int files = DefaultFiles, int rounds = DefaultRounds) => new(
        await MeasureAsync(create, GeneratedProject.Empty(), rounds),
        await MeasureAsync(create, GeneratedProject.Create(files, withModels: false), rounds),
        await MeasureAsync(create, GeneratedProject.Create(files, withModels: true), rounds));

    private static async Task<AnalyzerCost> MeasureAsync(Func<DiagnosticAnalyzer> create, CSharpCompilation compilation, int rounds)
    {
        var (analyzer, compile) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var round = 0; round < WarmUps; round++)
            await AnalyzeAsync(create(), Fresh(compilation));

        for (var round = 0; round < rounds; round++)
        {
            analyzer.Add(await AnalyzeAsync(create(), Fresh(compilation)));
            compile.Add(Emit(Fresh(compilation)));
        }

        var lines = compilation.SyntaxTrees.Sum(static tree => tree.GetText().Lines.Count);
        return new AnalyzerCost(compilation.SyntaxTrees.Length, lines, Median(analyzer), Median(compile));
    }

    private static async Task<TimeSpan> AnalyzeAsync(DiagnosticAnalyzer analyzer, CSharpCompilation compilation)
    {
        // One thread: time on a shared core is noise enough.
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: true);
        var run = compilation.WithAnalyzers([analyzer], options);
        await run.GetAnalyzerDiagnosticsAsync();
        return (await run.GetAnalyzerTelemetryInfoAsync(analyzer, CancellationToken.None)).ExecutionTime;
    }

    private static TimeSpan Emit(CSharpCompilation compilation)
    {
        var clock = Stopwatch.StartNew();
        var result = compilation.Emit(Stream.Null);
        return result.Success ? clock.Elapsed : throw new InvalidOperationException($"the generated project does not compile: {result.Diagnostics[0]}");
    }

    // Nothing of an earlier round is bound.
    private static CSharpCompilation Fresh(CSharpCompilation compilation) => compilation.Clone();

    private static TimeSpan Median(List<TimeSpan> times)
    {
        times.Sort();
        return times[times.Count / 2];
    }
}
