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
    public static async Task<AnalyzerBenchmarkResult> RunAsync(Func<DiagnosticAnalyzer> create, int files = DefaultFiles, int rounds = DefaultRounds)
    {
        CSharpCompilation[] cases = [GeneratedProject.Empty(), GeneratedProject.Create(files, withModels: false), GeneratedProject.Create(files, withModels: true)];
        for (var round = 0; round < WarmUps; round++)
        {
            foreach (var compilation in cases)
                await AnalyzeAsync(create(), Fresh(compilation));
        }

        // In turns: what disturbs the machine for a while disturbs all cases.
        var times = cases.Select(static _ => (Analyzer: new List<TimeSpan>(), Compile: new List<TimeSpan>())).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < cases.Length; i++)
            {
                times[i].Analyzer.Add(await AnalyzeAsync(create(), Fresh(cases[i])));
                times[i].Compile.Add(Emit(Fresh(cases[i])));
            }
        }

        var costs = cases.Zip(times, static (compilation, time) => new AnalyzerCost(
            compilation.SyntaxTrees.Length,
            compilation.SyntaxTrees.Sum(static tree => tree.GetText().Lines.Count),
            Median(time.Analyzer),
            Median(time.Compile))).ToArray();
        return new AnalyzerBenchmarkResult(costs[0], costs[1], costs[2]);
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
