using System.Diagnostics;
using System.Globalization;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Benchmarks;

/// <summary>
/// How fast pickles are gone through (by processor time, the digests of the pages included) and in how much memory, each in a
/// process of its own, beside picklescan's figures on
/// files of the same make (one core, one run: 389 MB/s and 1.07 GB for byte strings, 3.8 MB/s and 2.9 GB for numbers).
/// </summary>
internal static class PickleBenchmark
{
    private const int Runs = 3;

    public static void Run(Report report)
    {
        report.Title("Scanning pickles of 200 MB");
        report.Figure("memory bandwidth (copy), the limit", CopyRate(), "MB/s", "—");
        var folder = Directory.CreateTempSubdirectory("pickle-bench");
        try
        {
            Measure(report, folder.FullName, "20 byte strings (picklescan: 389 MB/s, 1070 MB)", PickleWorkload.Tensors, "≥ 1000");
            Measure(report, folder.FullName, "22 M floats (picklescan: 3.8 MB/s, 2900 MB)", PickleWorkload.Floats, "≥ 300");
            Measure(report, folder.FullName, "100 M small integers", PickleWorkload.Integers, "—");
            Measure(report, folder.FullName, "18 M texts, each remembered", PickleWorkload.Texts, "—");
            Measure(report, folder.FullName, "2.6 M tuples, lists and dictionaries in one another", PickleWorkload.Containers, "—");
            Measure(report, folder.FullName, "5 M objects", PickleWorkload.Objects, "—");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>In a process of its own: prints seconds and the peak of its memory in bytes.</summary>
    public static int Child(string path)
    {
        using var file = new HashedFile(InputFile.Open(path));
        var sink = new FindingSink();
        using var self = Process.GetCurrentProcess();
        var before = self.TotalProcessorTime;
        ContentScanner.Scan(file, ScanContext.ForFile("model.pkl", sink, Neighbours.None));
        self.Refresh();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(self.TotalProcessorTime - before).TotalSeconds} {self.PeakWorkingSet64} {sink.Findings.Count}"));
        return 0;
    }

    private static void Measure(Report report, string folder, string what, Action<Stream> write, string target)
    {
        var path = Path.Combine(folder, "model.pkl");
        using (var stream = File.Create(path, 1 << 20))
            write(stream);

        var size = new FileInfo(path).Length / 1e6;
        var runs = Enumerable.Range(0, Runs).Select(_ => Start(path)).ToList();
        report.Figure(what, size / Report.Median(runs.Select(static run => run.Seconds)), "MB/s", target);
        report.Figure("  peak memory of the process", runs.Max(static run => run.Bytes) / 1e6, "MB", "≤ 64 beyond the runtime's own");
    }

    private static (double Seconds, double Bytes) Start(string path)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        foreach (var argument in Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(PickleBenchmark).Assembly.Location, "pickle-child", path] : new[] { "pickle-child", path })
            start.ArgumentList.Add(argument);

        using var child = Process.Start(start)!;
        var fields = child.StandardOutput.ReadToEnd().Split(' ');
        child.WaitForExit();
        if (child.ExitCode != 0 || fields.Length < 3)
            throw new InvalidOperationException("the scan failed");

        return (double.Parse(fields[0], CultureInfo.InvariantCulture), double.Parse(fields[1], CultureInfo.InvariantCulture));
    }

    private static double CopyRate()
    {
        var (from, to) = (new byte[200_000_000], new byte[200_000_000]);
        from.AsSpan().Fill(1);
        from.CopyTo(to, 0);
        var watch = Stopwatch.StartNew();
        from.CopyTo(to, 0);
        return from.Length / 1e6 / watch.Elapsed.TotalSeconds;
    }
}
