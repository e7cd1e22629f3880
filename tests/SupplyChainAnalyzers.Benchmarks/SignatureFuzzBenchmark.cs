using System.Diagnostics;
using System.Globalization;
using SupplyChainAnalyzers.Scanner.Tests.Signatures;
using SupplyChainAnalyzers.Testing;

namespace SupplyChainAnalyzers.Benchmarks;

/// <summary>
/// Two million damaged bundles against the verifier: none may crash it, none may be accepted as saying something else. Stops and goes on where it
/// was: the state lies in artifacts/signature-fuzz, with every bundle that did harm. SUPPLYCHAIN_FUZZ_MINUTES ends it early.
/// </summary>
internal static class SignatureFuzzBenchmark
{
    private const long Inputs = 2_000_000;
    private const string Name = "bundles";
    private const int Slice = 2_000;
    private const int MaxFaultsShown = 20;
    private static readonly TimeSpan StateEvery = TimeSpan.FromSeconds(10);

    public static void Run(Report report)
    {
        report.Title("Fuzzing signatures");
        var folder = Directory.CreateDirectory(RepositoryFiles.PathOf("artifacts/signature-fuzz")).FullName;
        var state = FuzzState.Read(folder);
        var seeds = BundleSeeds.Create();
        var (clock, written, began) = (Stopwatch.StartNew(), TimeSpan.Zero, state.Next(Name));
        while (state.Next(Name) is var start && start < Inputs && clock.Elapsed < Time)
        {
            Parallel.For(start, Math.Min(start + Slice, Inputs), number => Try(state, folder, seeds, number));
            state.Advance(Name, Math.Min(start + Slice, Inputs));
            if (clock.Elapsed - written < StateEvery)
                continue;

            state.Write(folder);
            written = clock.Elapsed;
        }

        state.Write(folder);
        report.Figure($"damaged bundles of {seeds.Count} forms", state.Next(Name), "", $"≥ {Inputs.ToString("N0", CultureInfo.InvariantCulture)}");
        if (state.Next(Name) > began)
            report.Figure("    of them in this run, per second on all cores", (state.Next(Name) - began) / clock.Elapsed.TotalSeconds, "/s", "—");
        report.Figure("crashes, and bundles accepted as something else", state.Faults.Count, "", "0");
        foreach (var fault in state.Faults.TakeLast(MaxFaultsShown))
            report.Note(fault);
    }

    private static TimeSpan Time => double.TryParse(Environment.GetEnvironmentVariable("SUPPLYCHAIN_FUZZ_MINUTES"), CultureInfo.InvariantCulture, out var minutes) ? TimeSpan.FromMinutes(minutes) : TimeSpan.MaxValue;

    // Keys are made for each run, so that a number alone does not bring a bundle back: what did harm is kept.
    private static void Try(FuzzState state, string folder, IReadOnlyList<BundleSeed> seeds, long number)
    {
        var seed = seeds[(int)(number % seeds.Count)];
        var damaged = BundleMutator.Mutate(seed.Bundle, new Random(unchecked((int)(number * 2_654_435_761))));
        if (seed.Fault(damaged) is not { } fault)
            return;

        var first = fault.Split('\n')[0].Trim();
        if (state.Add($"{seed.Name} {number}: {first}", seed.Name + first))
            File.WriteAllBytes(Path.Combine(folder, $"{number}.json"), damaged);
    }
}
