using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using SupplyChainAnalyzers.Core.Json;

namespace SupplyChainAnalyzers.Benchmarks;

/// <summary>Our strict reader with its positions, against System.Text.Json's document, which keeps none.</summary>
internal static class LockReadingBenchmark
{
    private const int Runs = 15;
    private const int Files = 100_000;

    public static void Run(Report report)
    {
        var text = new StringBuilder("{");
        for (var i = 0; i < Files; i++)
            text.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? "" : ",")}\n  \"f{i:000000}.onnx\": {{ \"sha256\": \"{new string('a', 64)}\", \"size\": {i}, \"format\": \"onnx\" }}");

        var bytes = Encoding.UTF8.GetBytes(text.Append("\n}\n").ToString());
        report.Title($"Reading a lock of {Files} files, {bytes.Length >> 20} MiB");
        List<double> ours = [], theirs = [];
        for (var run = 0; run < Runs; run++)
        {
            theirs.Add(Seconds(() => JsonDocument.Parse(bytes).Dispose()));
            ours.Add(Seconds(() => _ = JsonReader.Parse(bytes, JsonLimits.Default).Root ?? throw new InvalidOperationException("not read")));
        }

        report.Figure("throughput", bytes.Length / Report.Median(ours) / 1e6, "MB/s", "> 50");
        report.Figure("time, as a multiple of JsonDocument.Parse", Report.Median(ours.Zip(theirs, (our, their) => our / their)), "x", "≤ 5");
    }

    private static double Seconds(Action work)
    {
        var watch = Stopwatch.StartNew();
        work();
        return watch.Elapsed.TotalSeconds;
    }
}
