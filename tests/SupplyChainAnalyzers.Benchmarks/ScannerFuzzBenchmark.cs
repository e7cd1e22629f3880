using System.Diagnostics;
using System.Globalization;
using SupplyChainAnalyzers.Core.Scanning;
using SupplyChainAnalyzers.Scanner.Tests.Fuzz;
using SupplyChainAnalyzers.Testing;

namespace SupplyChainAnalyzers.Benchmarks;

/// <summary>
/// Inputs by the ten million against the whole scanner, in this process. Stops and goes on where it was: the state lies in
/// artifacts/scanner-fuzz, with every input that did harm. SUPPLYCHAIN_FUZZ_MINUTES ends it early, SUPPLYCHAIN_FUZZ_ONLY names formats.
/// </summary>
internal static class ScannerFuzzBenchmark
{
    private const long ManyInputs = 10_000_000;
    private const long SomeInputs = 1_000_000;
    private const int Slice = 250;
    private const int MaxFaultsShown = 20;
    private static readonly TimeSpan StateEvery = TimeSpan.FromSeconds(10);

    public static void Run(Report report)
    {
        report.Title("Fuzzing the scanner");
        var folder = Directory.CreateDirectory(RepositoryFiles.PathOf("artifacts/scanner-fuzz")).FullName;
        var samples = RepositoryFiles.PathOf("tests/SupplyChainAnalyzers.Scanner.Tests/Samples");
        var state = FuzzState.Read(folder);
        using var watch = new ScannerFuzzWatch(folder, Environment.ProcessorCount);
        var families = FuzzFamilies.Of(samples).Where(static family => Only.Length == 0 || Only.Contains(family.Name)).ToArray();
        foreach (var (name, number) in watch.Died)
            Save(state, folder, families.First(family => family.Name == name), number, "the process died of it");

        var clock = Stopwatch.StartNew();
        var written = TimeSpan.Zero;
        var spent = families.ToDictionary(static family => family.Name, static _ => (Inputs: 0L, Time: TimeSpan.Zero));
        while (families.Where(family => state.Next(family.Name) < Target(family)).ToArray() is { Length: > 0 } left && clock.Elapsed < Time)
        {
            foreach (var family in left.TakeWhile(_ => clock.Elapsed < Time))
            {
                var (start, began) = (state.Next(family.Name), clock.Elapsed);
                var slices = (int)Math.Min(Environment.ProcessorCount * (Target(family) / SomeInputs), (Target(family) - start + Slice - 1) / Slice);
                Parallel.For(0, slices, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, slice => RunSlice(state, folder, watch, family, start + ((long)slice * Slice)));
                state.Advance(family.Name, start + ((long)slices * Slice));
                var (inputs, time) = spent[family.Name];
                spent[family.Name] = (inputs + ((long)slices * Slice), time + clock.Elapsed - began);
            }

            if (clock.Elapsed - written < StateEvery)
                continue;

            state.Write(folder);
            written = clock.Elapsed;
        }

        state.Write(folder);
        foreach (var family in families)
        {
            report.Figure($"inputs, {family.Name} ({family.Seeds.Length} seeds{(family.Generate is null ? "" : ", generator")})", state.Next(family.Name), "", $"≥ {Target(family).ToString("N0", CultureInfo.InvariantCulture)}");
            if (spent[family.Name] is { Inputs: > 0 } now)
                report.Figure("    of them in this run, per second on all cores", now.Inputs / now.Time.TotalSeconds, "/s", "—");
        }

        report.Figure("faults, in all runs", state.Faults.Count, "", "0");
        foreach (var fault in state.Faults.TakeLast(MaxFaultsShown))
            report.Note(fault);
    }

    private static string[] Only => (Environment.GetEnvironmentVariable("SUPPLYCHAIN_FUZZ_ONLY") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);

    private static TimeSpan Time => double.TryParse(Environment.GetEnvironmentVariable("SUPPLYCHAIN_FUZZ_MINUTES"), CultureInfo.InvariantCulture, out var minutes) ? TimeSpan.FromMinutes(minutes) : TimeSpan.MaxValue;

    private static long Target(FuzzFamily family) => FuzzFamilies.Generated.Contains(family.Name) ? ManyInputs : SomeInputs;

    private static void RunSlice(FuzzState state, string folder, ScannerFuzzWatch watch, FuzzFamily family, long start)
    {
        var worker = watch.Enter();
        for (var number = start; number < start + Slice; number++)
        {
            watch.Begin(worker, family.Name, number);
            if (FuzzTrial.Run(family.Input(number), "model." + family.Name) is { } fault && !(fault.StartsWith(FuzzTrial.Allocated, StringComparison.Ordinal) && StaysWithinLimits(folder, family, number)))
                Save(state, folder, family, number, fault);
        }

        watch.Leave(worker);
    }

    // The scanner as it is shipped, with its 256 MiB and its clock.
    private static bool StaysWithinLimits(string folder, FuzzFamily family, long number)
    {
        var path = Path.Combine(folder, $"trial-{number}.{family.Name}");
        File.WriteAllBytes(path, family.Input(number));
        try
        {
            return ScannerClient.Scan([new ScanFile(path)], ScannerSpeedBenchmark.Options)[0].Answered;
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static void Save(FuzzState state, string folder, FuzzFamily family, long number, string fault)
    {
        var lines = fault.Split('\n');
        var place = lines.FirstOrDefault(static line => line.Contains("SupplyChainAnalyzers.Scanner.", StringComparison.Ordinal))?.Trim() ?? "";
        if (state.Add($"{family.Name} {number}: {lines[0].Trim()} {place}", lines[0].Split(':')[0] + place))
            File.WriteAllBytes(Path.Combine(folder, $"{family.Name}-{number}.bin"), family.Input(number));
    }
}
