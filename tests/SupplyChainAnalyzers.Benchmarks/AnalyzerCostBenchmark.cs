using SupplyChainAnalyzers.Analyzers;
using SupplyChainAnalyzers.Analyzers.Tests.Sinks;
using SupplyChainAnalyzers.Testing.Benchmarks;

namespace SupplyChainAnalyzers.Benchmarks;

/// <summary>What the analyzer costs a compilation on a generated project, and what others cost there.</summary>
internal static class AnalyzerCostBenchmark
{
    // A method is compiled once and fully when it first runs, or is there precompiled, as most of the compiler is: else the runtime
    // compiles what is hot again in the background, and a turn is timed before, during or after that.
    private static readonly Dictionary<string, string> Settled = new() { ["DOTNET_TieredCompilation"] = "0" };

    public static void Run(Report report)
    {
        ChildProcess.Time(Environment.ProcessPath!, ["analyzers-child"], out var printed, Settled);
        report.Text(printed);
    }

    public static int Child(Report report)
    {
        static ModelSupplyChainAnalyzer Create() => new();
        var result = AnalyzerBenchmark.RunAsync(Create).GetAwaiter().GetResult();
        var (without, with) = (result.WithoutModels, result.WithModels);

        report.Title($"Analyzer in the compiler, {without.Files} files, {without.Lines} lines, time of the processor, median of the turns");
        report.Note("own work: its start and all that the compiler asks of it, done in one go after binding");
        report.Figure("a compilation without packages for models, fixed", result.Fixed, "ms", "≤ 0.5");
        report.Figure("and for each 1,000 lines (sinks of the platform)", without.PerThousandLines(result.Fixed.Median), "ms", "≤ 0.5");
        report.Figure("with such packages, for each 1,000 lines", with.PerThousandLines(result.Fixed.Median), "ms", "≤ 1.5");
        report.Figure("share of compile time without them", without.Share.Over(.01), "%", "≤ 1");
        report.Figure("share of compile time with them", with.Share.Over(.01), "%", "≤ 1");
        report.Figure("time for 1,096 calls of interest in a body, over 137", AnalyzerBenchmark.ScaleAsync(Create).GetAwaiter().GetResult(), "×", "≤ 9");
        var (operations, bytes) = MissPath.Measure();
        report.Figure($"allocated by {operations} calls of no interest, all packages there", bytes, "bytes", "0");
        report.Figure("allocated for each 1,000 lines without such packages", without.Bytes / without.Lines, "kB", "—");
        report.Figure("allocated for each 1,000 lines with them", with.Bytes / with.Lines, "kB", "—");

        report.Note("a whole look by the compiler, less one by an empty analyzer of the same actions; in pairs");
        report.Figure("the project without packages for models", without.Added, "ms", "—");
        report.Figure("the project with them", with.Added, "ms", "—");
        report.Figure("    the empty analyzer there", with.Empty, "ms", "—");
        report.Figure("    compiling it without analyzers", with.Compile, "ms", "—");
        var peers = PeerAnalyzers.Load();
        var times = AnalyzerBenchmark.Compare(Create, [.. peers.Select(static peer => peer.Analyzers)]);
        for (var i = 0; i < peers.Count; i++)
            report.Figure($"    {peers[i].Name}, {peers[i].Analyzers.Length} analyzers", times[i], "ms", "—");

        report.Note($"collections of garbage in measured turns: {without.Collections + with.Collections}");
        return 0;
    }
}
