using System.Diagnostics;

namespace SupplyChainAnalyzers.Build;

/// <summary>Runs a program, shows it, and knows what it printed.</summary>
internal static class Command
{
    /// <summary>Runs to the end with our own console; fails the target unless the exit code is 0.</summary>
    public static void Run(string program, IEnumerable<string> arguments, string? folder = null)
    {
        string[] list = [.. arguments];
        Console.WriteLine($"> {program} {string.Join(' ', list)}".Replace(Repository.Root + Path.DirectorySeparatorChar, "", StringComparison.Ordinal));
        using var process = Process.Start(StartInfo(program, list, folder))!;
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new StepFailedException($"`{program} {string.Join(' ', list)}` ended with exit code {process.ExitCode}");
    }

    /// <summary>Runs to the end and hands back what was printed, both streams in the order they came.</summary>
    public static CommandOutput Capture(string program, IEnumerable<string> arguments, string? folder = null, IReadOnlyDictionary<string, string?>? environment = null)
    {
        var start = StartInfo(program, arguments, folder);
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
            start.Environment[name] = value;

        var lines = new List<string>();
        using var process = new Process { StartInfo = start };
        void Keep(object _, DataReceivedEventArgs e)
        {
            if (e.Data is null)
                return;

            lock (lines)
                lines.Add(e.Data);
        }

        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.WaitForExit();
        return new CommandOutput(process.ExitCode, lines);
    }

    private static ProcessStartInfo StartInfo(string program, IEnumerable<string> arguments, string? folder) =>
        new(program, arguments) { WorkingDirectory = folder ?? Repository.Root };
}
