using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SupplyChainAnalyzers.Testing.Benchmarks;

/// <summary>Measures what an analyzer costs on generated projects, warm.</summary>
public static class AnalyzerBenchmark
{
    private const int DefaultFiles = 200;
    private const int DefaultRounds = 7;

    // Rounds that only warm up: the runtime compiles hot code again in the background, and takes its time.
    private const int WarmUps = 8;

    private const int FewSites = 137;
    private const int ManySites = 8 * FewSites;

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
                await AnalyzerTimer.AnalyzeAsync([create()], compilation);
        }

        // In turns: what disturbs the machine for a while disturbs all cases.
        var times = cases.Select(static _ => (Analyzer: new List<TimeSpan>(), Compile: new List<TimeSpan>())).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < cases.Length; i++)
            {
                times[i].Analyzer.Add(await AnalyzerTimer.AnalyzeAsync([create()], cases[i]));
                times[i].Compile.Add(AnalyzerTimer.Emit(cases[i]));
            }
        }

        var costs = cases.Zip(times, static (compilation, time) => new AnalyzerCost(
            compilation.SyntaxTrees.Length,
            compilation.SyntaxTrees.Sum(static tree => tree.GetText().Lines.Count),
            AnalyzerTimer.Median(time.Analyzer),
            AnalyzerTimer.Median(time.Compile))).ToArray();
        return new AnalyzerBenchmarkResult(costs[0], costs[1], costs[2]);
    }

    /// <summary>How much longer an analyzer takes when one body has eight times as many calls that it looks at: 8 is linear.</summary>
    public static async Task<double> ScaleAsync(Func<DiagnosticAnalyzer> create, int rounds = DefaultRounds)
    {
        CSharpCompilation[] cases = [GeneratedProject.Calls(FewSites), GeneratedProject.Calls(ManySites)];
        var times = cases.Select(static _ => new List<TimeSpan>()).ToArray();
        for (var round = -WarmUps; round < rounds; round++)
        {
            for (var i = 0; i < cases.Length; i++)
            {
                var time = await AnalyzerTimer.AnalyzeAsync([create()], cases[i]);
                if (round >= 0)
                    times[i].Add(time);
            }
        }

        return AnalyzerTimer.Median(times[1]) / AnalyzerTimer.Median(times[0]);
    }

    /// <summary>Milliseconds that sets of analyzers take on the project with packages for models, in turns; medians, one a set.</summary>
    public static async Task<IReadOnlyList<double>> CompareAsync(IReadOnlyList<ImmutableArray<DiagnosticAnalyzer>> sets, int files = DefaultFiles, int rounds = 3)
    {
        var compilation = GeneratedProject.Create(files, withModels: true);
        var times = sets.Select(static _ => new List<TimeSpan>()).ToArray();
        for (var round = -1; round < rounds; round++)
        {
            for (var i = 0; i < times.Length; i++)
            {
                var time = await AnalyzerTimer.AnalyzeAsync(sets[i], compilation);
                if (round >= 0)
                    times[i].Add(time);
            }
        }

        return [.. times.Select(static list => AnalyzerTimer.Median(list).TotalMilliseconds)];
    }
}
