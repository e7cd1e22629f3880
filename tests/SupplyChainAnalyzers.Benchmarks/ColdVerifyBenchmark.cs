using System.Diagnostics;
using System.Globalization;
using SupplyChainAnalyzers.Core.Verification;

namespace SupplyChainAnalyzers.Benchmarks;

/// <summary>A verification that must read every byte, against openssl on the same files in the same run.</summary>
internal static class ColdVerifyBenchmark
{
    private const int Runs = 5;

    public static void Run(Report report)
    {
        using var many = new ModelSet((20, 100 << 20));
        Compare(report, many, "20 files of 100 MiB");
        using var one = new ModelSet((1, 2000 << 20));
        Compare(report, one, "1 file of 2,000 MiB");
    }

    /// <summary>The measured half, in a process of its own so that its peak memory is its own.</summary>
    public static int Child(string lockPath)
    {
        var watch = Stopwatch.StartNew();
        var result = ModelVerifier.Verify(new VerificationRequest { LockPath = lockPath, InspectContent = false });
        watch.Stop();
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{watch.Elapsed.TotalSeconds} {self.PeakWorkingSet64} {result.Findings.Count} {result.BytesHashed}"));
        return 0;
    }

    private static void Compare(Report report, ModelSet set, string name)
    {
        report.Title($"Cold verification, {name}");
        var ratios = new List<double>();
        var peak = 0.0;
        for (var run = 0; run < Runs; run++)
        {
            var openssl = ChildProcess.Time("openssl", ["dgst", "-sha256", .. set.Paths], out _);
            ChildProcess.Time(Environment.ProcessPath!, ["verify-child", set.LockPath], out var printed);
            var figures = printed.Split(' ').Select(figure => double.Parse(figure, CultureInfo.InvariantCulture)).ToArray();
            if (figures[2] != 0 || figures[3] != set.Bytes)
                throw new InvalidOperationException($"the verification did not do its work: {printed}");

            ratios.Add(openssl / figures[0]);
            peak = Math.Max(peak, figures[1] / (1 << 20));
        }

        report.Figure("speed, as a multiple of openssl dgst -sha256", Report.Median(ratios), "x", "≥ 0.95");
        report.Figure("peak memory of the whole process", peak, "MiB", "≤ 64");
    }
}
