using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SupplyChainAnalyzers.Testing.Benchmarks;

/// <summary>Measures what an analyzer costs on generated projects, warm.</summary>
public static class AnalyzerBenchmark
{
    private const int DefaultFiles = 200;
    private const int DefaultRounds = 5;

    // A short turn costs nothing to repeat, and says more the oftener it is.
    private const int ShortTurns = 5;

    // Rounds that only warm up: each method is compiled when it first runs, and each cache of the process is filled.
    private const int WarmUps = 1;

    private const int FewSites = 137;
    private const int ManySites = 8 * FewSites;

    /// <summary>Runs every case <paramref name="rounds"/> times.</summary>
    /// <param name="create">Makes the analyzer under test; each turn gets a new one.</param>
    /// <param name="files">Files of the measured projects; each has about a hundred lines.</param>
    /// <param name="rounds">Measured rounds a case.</param>
    public static async Task<AnalyzerBenchmarkResult> RunAsync(Func<DiagnosticAnalyzer> create, int files = DefaultFiles, int rounds = DefaultRounds)
    {
        var empty = GeneratedProject.Empty();
        var always = new List<double>();
        for (var round = -WarmUps; round < rounds * ShortTurns; round++)
        {
            var turn = await AnalyzerTimer.OwnAsync(create(), empty);
            if (round >= 0)
                always.Add(turn.Time.TotalMilliseconds);
        }

        // In turns: what disturbs the machine for a while disturbs all cases.
        CaseRun[] cases = [new(create, GeneratedProject.Create(files, withModels: false)), new(create, GeneratedProject.Create(files, withModels: true))];
        for (var round = -WarmUps; round < rounds; round++)
        {
            foreach (var measured in cases)
                await measured.TurnAsync(isWarmUp: round < 0);
        }

        return new(Quartiles.Of(always), cases[0].Result, cases[1].Result);
    }

    /// <summary>How much longer an analyzer takes when one body has eight times as many calls that it looks at: 8 is linear.</summary>
    public static async Task<Quartiles> ScaleAsync(Func<DiagnosticAnalyzer> create, int rounds = DefaultRounds)
    {
        var (few, many) = (GeneratedProject.Calls(FewSites), GeneratedProject.Calls(ManySites));
        var ratios = new List<double>();
        for (var round = -WarmUps; round < rounds * ShortTurns; round++)
        {
            var before = await AnalyzerTimer.OwnAsync(create(), few);
            var grown = await AnalyzerTimer.OwnAsync(create(), many);
            var after = await AnalyzerTimer.OwnAsync(create(), few);
            if (round >= 0)
                ratios.Add(2 * grown.Time / (before.Time + after.Time));
        }

        return Quartiles.Of(ratios);
    }

    /// <summary>
    /// Milliseconds that sets of analyzers add to a whole look at the project with packages for models, against one by the empty
    /// form of <paramref name="floor"/>; in turns, one result a set.
    /// </summary>
    public static IReadOnlyList<Quartiles> Compare(Func<DiagnosticAnalyzer> floor, IReadOnlyList<ImmutableArray<DiagnosticAnalyzer>> sets, int files = DefaultFiles, int rounds = 1)
    {
        var compilation = GeneratedProject.Create(files, withModels: true);
        var added = sets.Select(static _ => new List<double>()).ToArray();
        for (var round = -1; round < rounds; round++)
        {
            for (var i = 0; i < added.Length; i++)
            {
                var nothing = AnalyzerTimer.Look([new RecordingAnalyzer(floor(), null)], compilation);
                var all = AnalyzerTimer.Look(sets[i], compilation);
                if (round >= 0)
                    added[i].Add((all.Time - nothing.Time).TotalMilliseconds);
            }
        }

        return [.. added.Select(Quartiles.Of)];
    }
}
