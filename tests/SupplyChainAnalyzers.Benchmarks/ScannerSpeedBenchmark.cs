using System.Diagnostics;
using System.Globalization;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Scanning;
using SupplyChainAnalyzers.Core.Scanning.Launching;
using SupplyChainAnalyzers.Core.Scanning.Protocol;
using SupplyChainAnalyzers.Scanner.Jobs;
using SupplyChainAnalyzers.Testing;

namespace SupplyChainAnalyzers.Benchmarks;

/// <summary>
/// How fast the scanner is, against openssl on the same file in the same run, because every byte is hashed as well, and against
/// what picklescan (f15d54d, one core) needs for files of the same kind and size.
/// </summary>
internal static class ScannerSpeedBenchmark
{
    private const int Runs = 5;
    private const int SmallFiles = 10_000;
    private const double Megabyte = 1e6;

    public static void Run(Report report)
    {
        using var files = new SpeedFiles();
        Large(report, files.TensorPickle(), "Pickle of 20 byte strings, 200 MB (picklescan: 389 MB/s, 1,070 MB)", "≥ 1,000");
        Large(report, files.FloatPickle(), "Pickle of 22 million floats, 198 MB (picklescan: 3.8 MB/s, 2,900 MB)", "≥ 300");
        Large(report, files.TorchZip(), "torch archive, 200 MB of storages (picklescan: reads 8 bytes of each)", "≥ 1,000");
        Small(report, files);
        StartUp(report, files);
    }

    /// <summary>One file in a process of its own, so that its peak memory and processor time are its own.</summary>
    public static int Child(string path)
    {
        using var self = Process.GetCurrentProcess();
        var job = new ScanJob(new string('0', Wire.NonceLength), static (_, _) => { });
        var (watch, before) = (Stopwatch.StartNew(), self.TotalProcessorTime);
        var answer = job.Run(0, path);
        watch.Stop();
        self.Refresh();
        if (answer is not ScanEvent.Result result)
            throw new InvalidOperationException($"not scanned: {answer}");

        var worst = result.Findings.Count == 0 ? Severity.Info : result.Findings.Max(static finding => finding.Severity);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{watch.Elapsed.TotalSeconds} {(self.TotalProcessorTime - before).TotalSeconds} {self.PeakWorkingSet64} {(int)worst}"));
        return 0;
    }

    private static void Large(Report report, string path, string title, string target)
    {
        report.Title(title);
        var (size, seconds, processor, openssl, reading, peak, worst) = (new FileInfo(path).Length, new List<double>(), new List<double>(), new List<double>(), new List<double>(), 0.0, 0.0);
        for (var run = 0; run < Runs; run++)
        {
            reading.Add(Read(path));
            openssl.Add(ChildProcess.Time("openssl", ["dgst", "-sha256", path], out _));
            ChildProcess.Time(Environment.ProcessPath!, ["scan-child", path], out var printed, ScannerEnvironment.Create(Path.GetTempPath(), Options.MemoryLimit));
            var figures = printed.Split(' ').Select(static figure => double.Parse(figure, CultureInfo.InvariantCulture)).ToArray();
            seconds.Add(figures[0]);
            processor.Add(figures[1]);
            (peak, worst) = (Math.Max(peak, figures[2] / (1 << 20)), Math.Max(worst, figures[3]));
        }

        report.Figure("scanned and hashed", size / Megabyte / Report.Median(seconds), "MB/s", target);
        report.Figure("the same, by processor time", size / Megabyte / Report.Median(processor), "MB/s", target);
        report.Figure("as a multiple of openssl dgst -sha256", Report.Median(openssl.Zip(seconds, static (limit, own) => limit / own)), "x", "the limit is 1");
        report.Figure("reading alone, in blocks of 1 MiB", size / Megabyte / Report.Median(reading), "MB/s", "—");
        report.Figure("peak memory of the process", peak, "MiB", "≤ 64");
        if (worst > (double)Severity.Info)
            report.Note("the file was not found clean: the figure is that of another path through the scanner");
    }

    private static void Small(Report report, SpeedFiles files)
    {
        report.Title("10,000 small files, launcher and processes included");
        var paths = files.Small(SmallFiles).Select(static path => new ScanFile(path)).ToArray();
        var rates = new List<double>();
        for (var run = 0; run < Runs; run++)
        {
            var watch = Stopwatch.StartNew();
            var results = ScannerClient.Scan(paths, Options);
            rates.Add(SmallFiles / watch.Elapsed.TotalSeconds);
            if (results.FirstOrDefault(static result => !result.Answered) is { } lost)
                throw new InvalidOperationException($"no answer: {lost.Findings[0].Message}");
        }

        report.Figure("files per second, one process after the other", Report.Median(rates), "/s", "≥ 2,000");
    }

    private static void StartUp(Report report, SpeedFiles files)
    {
        report.Title("One small file");
        var file = new ScanFile(files.Small(1)[0]);
        var times = new List<double>();
        for (var run = 0; run < 4 * Runs; run++)
        {
            var watch = Stopwatch.StartNew();
            _ = ScannerClient.Scan([file], Options);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        report.Figure("from the call to the answer, both stages", Report.Median(times), "ms", "—");
        report.Figure("the fastest of them", times.Min(), "ms", "—");
    }

    private static double Read(string path)
    {
        var (block, watch) = (new byte[1 << 20], Stopwatch.StartNew());
        using var file = File.OpenHandle(path);
        for (long offset = 0; RandomAccess.Read(file, block, offset) is > 0 and var count; offset += count)
        {
        }

        return watch.Elapsed.TotalSeconds;
    }

    /// <summary>The shipped scanner with its limits.</summary>
    internal static ScannerOptions Options => new()
    {
        DotnetPath = ScannerLocator.FindDotnet(null, Environment.ProcessPath, System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory())!,
        ScannerPath = RepositoryFiles.PathOf("src/SupplyChainAnalyzers.Scanner/bin/Release/net10.0/" + ScannerLocator.FileName),
    };
}
