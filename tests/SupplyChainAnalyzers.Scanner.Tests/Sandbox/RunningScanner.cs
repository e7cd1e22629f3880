using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using SupplyChainAnalyzers.Core.Scanning;

namespace SupplyChainAnalyzers.Scanner.Tests.Sandbox;

/// <summary>A real scanner at work on a file without end (1 TiB of nothing), and the launcher that waits for it.</summary>
internal sealed class RunningScanner : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("supplychain-test-").FullName;

    public RunningScanner()
    {
        var file = Path.Combine(_folder, "endless");
        using (var stream = File.Create(file))
            stream.SetLength(1L << 40);

        var dotnet = ScannerLocator.FindDotnet(null, Environment.ProcessPath, RuntimeEnvironment.GetRuntimeDirectory())!;
        var launcher = Path.Combine(AppContext.BaseDirectory, "fake", "SupplyChainAnalyzers.FakeScanner.dll");
        var scanner = ScannerLocator.FindScanner(AppContext.BaseDirectory)!;
        Launcher = Process.Start(new ProcessStartInfo(dotnet, ["exec", launcher, "launch", scanner, _folder, file]) { RedirectStandardOutput = true })!;
        Launcher.StandardOutput.ReadLine(); // its first progress: the scanner is at work
        var children = Directory.GetDirectories($"/proc/{Launcher.Id}/task").SelectMany(static task => File.ReadAllText(task + "/children").Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Scanner = Process.GetProcessById(int.Parse(Assert.Single(children), System.Globalization.CultureInfo.InvariantCulture));
    }

    public Process Launcher { get; }

    public Process Scanner { get; }

    /// <summary>A line of a file below /proc of the scanner, without its name and with single spaces.</summary>
    public string Line(string file, string name)
    {
        var line = Assert.Single(File.ReadAllLines($"/proc/{Scanner.Id}/{file}"), line => line.StartsWith(name, StringComparison.Ordinal));
        return Regex.Replace(line[name.Length..].Trim(), @"\s+", " ");
    }

    public void Dispose()
    {
        Launcher.Kill(entireProcessTree: true);
        Launcher.WaitForExit();
        Scanner.Kill();
        Scanner.WaitForExit();
        Launcher.Dispose();
        Scanner.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
