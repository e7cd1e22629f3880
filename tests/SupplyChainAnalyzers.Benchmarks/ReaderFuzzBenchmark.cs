using System.Diagnostics;
using SupplyChainAnalyzers.Core.Tests.Fuzz;

namespace SupplyChainAnalyzers.Benchmarks;

/// <summary>
/// Five million damaged locks and policies: nothing may come out of a reader but a value
/// or coded errors. The tests run the same for some seconds.
/// </summary>
internal static class ReaderFuzzBenchmark
{
    private const long Inputs = 5_000_000;

    // Policies cost more each: they come with a base, and what is accepted is written and read again.
    private const long Policies = 500_000;
    private const int Slice = 50_000;

    public static void Run(Report report)
    {
        report.Title("Fuzzing the readers of models.lock and models.policy.json");
        var watch = Stopwatch.StartNew();
        var (accepted, failures) = (0L, new List<string>());
        Parallel.For(0, (Inputs - Policies) / Slice, seed =>
        {
            var run = LockFuzzer.Run(Slice, (int)seed);
            lock (failures)
            {
                accepted += run.Accepted;
                failures.AddRange(run.Failures);
            }
        });
        Parallel.For(0, Policies / Slice, seed =>
        {
            if (PolicyFuzzer.Run((int)seed, Slice) is not { } failure)
                return;

            lock (failures)
                failures.Add(failure);
        });

        report.Figure("inputs", Inputs, "", "≥ 5,000,000");
        report.Figure("of the locks, accepted after damage", accepted, "", "—");
        report.Figure("failures", failures.Count, "", "0");
        report.Figure("inputs per second, all cores", Inputs / watch.Elapsed.TotalSeconds, "/s", "—");
        if (failures.Count > 0)
            throw new InvalidOperationException(failures[0]);
    }
}
