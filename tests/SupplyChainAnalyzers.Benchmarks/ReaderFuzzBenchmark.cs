using System.Diagnostics;
using SupplyChainAnalyzers.Core.Tests.Fuzz;

namespace SupplyChainAnalyzers.Benchmarks;

/// <summary>
/// Five million damaged locks, policies and texts of the scanner's protocol: nothing may come out of a reader but a value
/// or coded errors. The tests run the same for some seconds.
/// </summary>
internal static class ReaderFuzzBenchmark
{
    private const long Inputs = 5_000_000;

    // Policies cost more each: they come with a base, and what is accepted is written and read again.
    private const long Policies = 500_000;
    private const int Slice = 50_000;

    // Of each form of the protocol.
    private const long Texts = 200_000;

    public static void Run(Report report)
    {
        report.Title("Fuzzing the readers of models.lock, models.policy.json and the scanner's protocol");
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

        Parallel.For(0, Texts / Slice, seed =>
        {
            if (WireFuzzer.Run((int)seed, Slice, new Dictionary<string, long>()) is not { } failure)
                return;

            lock (failures)
                failures.Add(failure);
        });

        report.Figure("inputs", Inputs + (Texts * WireForm.All.Count), "", "≥ 5,000,000");
        report.Figure("of the locks, accepted after damage", accepted, "", "—");
        report.Figure("failures", failures.Count, "", "0");
        report.Figure("inputs per second, all cores", (Inputs + (Texts * WireForm.All.Count)) / watch.Elapsed.TotalSeconds, "/s", "—");
        if (failures.Count > 0)
            throw new InvalidOperationException(failures[0]);
    }
}
