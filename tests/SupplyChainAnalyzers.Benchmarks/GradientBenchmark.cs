using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using SupplyChainAnalyzers.Scanner.Behavior.Autodiff;
using SupplyChainAnalyzers.Scanner.Behavior.Onnx;

namespace SupplyChainAnalyzers.Benchmarks;

/// <summary>
/// Time of one gradient, forward and backward for 64 pictures on one thread, of one model of each architecture of the zoo; where Python's
/// torch is installed, as a ratio to the time it takes on the same machine in the same run.
/// </summary>
internal static class GradientBenchmark
{
    private const int Batch = 64;
    private const int Runs = 20;
    private const string Models = "gradient-models";

    public static void Run(Report report)
    {
        report.Title($"Gradients of {Batch} pictures, forward and backward");
        if (ZooFolder() is not { } zoo)
        {
            report.Note("no shared/data/zoo beside the repository");
            return;
        }

        var folder = Directory.CreateTempSubdirectory(Models);
        try
        {
            // ONNX Runtime reads its switch before the process starts.
            string[] self = [typeof(GradientBenchmark).Assembly.Location, "gradient-child", zoo, folder.FullName];
            ChildProcess.Time("dotnet", ["exec", .. self], out var printed, new Dictionary<string, string> { ["ORT_DISABLE_TELEMETRY"] = "1" });
            string[][] lines = [.. printed.Split('\n').Select(static line => line.Split(' '))];
            var torch = Torch(folder.FullName, lines);
            for (var i = 0; i < lines.Length; i++)
                Print(report, lines[i], torch?[i]);
            if (torch is null)
                report.Note("no torch and onnx in python3: no ratios");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>In a process of its own: a line for each model with its name, architecture, path and milliseconds for compiling, forward and both.</summary>
    public static int Child(string zoo, string folder)
    {
        foreach (var fields in File.ReadLines(Path.Combine(zoo, "labels.tsv")).Skip(1).Select(static line => line.Split('\t')).DistinctBy(static fields => fields[7]))
        {
            var path = Path.Combine(zoo, fields[0]);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{fields[0]} {fields[7]} {path} {Measure(path, Path.Combine(folder, fields[0]))}"));
        }

        return 0;
    }

    private static string Measure(string path, string start)
    {
        var watch = Stopwatch.StartNew();
        using var gradient = OnnxGradient.Compile(ModelProto.Parse(File.ReadAllBytes(path)));
        var compiled = watch.Elapsed.TotalMilliseconds;
        var random = new Random(1);
        float[] x = [.. Enumerable.Range(0, Batch * gradient.Size).Select(_ => random.NextSingle())];
        float[] dlogits = [.. Enumerable.Range(0, Batch * gradient.Classes).Select(_ => random.NextSingle() - .5f)];
        File.WriteAllBytes(start + ".x", MemoryMarshal.AsBytes<float>(x));
        File.WriteAllBytes(start + ".dlogits", MemoryMarshal.AsBytes<float>(dlogits));
        var (forward, both) = (double.MaxValue, double.MaxValue);
        for (var run = 0; run < Runs; run++)
        {
            watch.Restart();
            using var pass = gradient.Forward(x, Batch);
            forward = Math.Min(forward, watch.Elapsed.TotalMilliseconds);
            pass.Backward(dlogits);
            both = Math.Min(both, watch.Elapsed.TotalMilliseconds);
        }

        return string.Create(CultureInfo.InvariantCulture, $"{compiled} {forward} {both}");
    }

    // Milliseconds for each model; null without torch.
    private static double[]? Torch(string folder, string[][] lines)
    {
        var python = File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";
        var start = new ProcessStartInfo(python, [Path.Combine(AppContext.BaseDirectory, "torch_gradient.py"), Runs.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            foreach (var line in lines)
                process.StandardInput.WriteLine($"{line[2]} {folder}/{line[0]}.x {folder}/{line[0]}.dlogits {folder}/{line[0]}.torch {Batch}");
            process.StandardInput.Close();
            var times = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
            errors.Wait();
            return times.Length == lines.Length ? Array.ConvertAll(times, static time => double.Parse(time, CultureInfo.InvariantCulture)) : null;
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or IOException)
        {
            return null;
        }
    }

    private static void Print(Report report, string[] line, double? torch)
    {
        var (compiled, forward, both) = (Number(line[3]), Number(line[4]), Number(line[5]));
        report.Figure($"{line[1]} ({line[0]}), forward alone {forward:0.0} ms", both, "ms", "—");
        report.Figure("  as a ratio to torch's", torch is { } other ? both / other : double.NaN, "", "≤ 1");
        report.Figure("  both graphs made and loaded", compiled, "ms", "—");
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string? ZooFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var zoo = Path.Combine(folder.FullName, "shared", "data", "zoo");
            if (Directory.Exists(zoo))
                return zoo;
        }

        return null;
    }
}
