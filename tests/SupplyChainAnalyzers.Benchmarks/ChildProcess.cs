using System.Diagnostics;

namespace SupplyChainAnalyzers.Benchmarks;

/// <summary>Runs a program to its end.</summary>
internal static class ChildProcess
{
    /// <summary>Seconds it took.</summary>
    public static double Time(string program, string[] arguments, out string printed, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;

        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        printed = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        return process.ExitCode == 0 ? watch.Elapsed.TotalSeconds : throw new InvalidOperationException($"{program} ended with {process.ExitCode}");
    }
}
