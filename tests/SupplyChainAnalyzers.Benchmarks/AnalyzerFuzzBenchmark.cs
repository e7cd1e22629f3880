using System.Diagnostics;
using System.Globalization;
using SupplyChainAnalyzers.Analyzers.Tests.Fuzz;
using SupplyChainAnalyzers.Testing;

namespace SupplyChainAnalyzers.Benchmarks;

/// <summary>
/// A million damaged files through every analyzer. Stops and goes on where it was: the state lies in artifacts/analyzer-fuzz.
/// SUPPLYCHAIN_FUZZ_MINUTES ends it early.
/// </summary>
internal static class AnalyzerFuzzBenchmark
{
    private const long Trees = 1_000_000;
    private const int Batch = 400;
    private const string Kind = "trees";
    private const string NotCompiled = "not compiled";
    private const int MaxFaultsShown = 20;

    public static void Run(Report report)
    {
        report.Title("Fuzzing the analyzers");
        var folder = Directory.CreateDirectory(RepositoryFiles.PathOf("artifacts/analyzer-fuzz")).FullName;
        var state = FuzzState.Read(folder);
        var (clock, first) = (Stopwatch.StartNew(), state.Next(Kind));
        var found = new SortedDictionary<string, long>(StringComparer.Ordinal);
        while (state.Next(Kind) < Trees && clock.Elapsed < Time)
        {
            var start = state.Next(Kind);
            var (rules, thrown, notCompiled) = AnalyzerFuzzer.RunAsync(start, Batch).GetAwaiter().GetResult();
            foreach (var (rule, count) in rules)
                found[rule] = found.GetValueOrDefault(rule) + count;

            foreach (var fault in thrown)
                state.Add($"{start}..{start + Batch}: {fault}", string.Concat(fault.Split('\n').Take(3)));

            state.Advance(Kind, start + Batch);
            state.Advance(NotCompiled, state.Next(NotCompiled) + notCompiled);
            state.Write(folder);
        }

        report.Figure("syntax trees, in all runs", state.Next(Kind), "", "≥ 1,000,000");
        report.Figure("    of them left out, because the compiler itself throws", state.Next(NotCompiled), "", "—");
        report.Figure("    in this run, per second", (state.Next(Kind) - first) / clock.Elapsed.TotalSeconds, "/s", "—");
        report.Figure("findings in this run", found.Values.Sum(), "", "—");
        report.Note(string.Join(", ", found.Select(static rule => $"{rule.Key} {rule.Value}")));
        report.Figure("exceptions, in all runs", state.Faults.Count, "", "0");
        foreach (var fault in state.Faults.TakeLast(MaxFaultsShown))
            report.Note(fault);
    }

    private static TimeSpan Time => double.TryParse(Environment.GetEnvironmentVariable("SUPPLYCHAIN_FUZZ_MINUTES"), CultureInfo.InvariantCulture, out var minutes) ? TimeSpan.FromMinutes(minutes) : TimeSpan.MaxValue;
}
