using System.Diagnostics;
using System.Globalization;
using SupplyChainAnalyzers.Core.Hashing;

namespace SupplyChainAnalyzers.Cli.Tests;

/// <summary>The command line as its own process.</summary>
internal sealed class CliProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _error;

    private CliProcess(Process process)
    {
        _process = process;
        _output = process.StandardOutput.ReadToEndAsync();
        _error = process.StandardError.ReadToEndAsync();
    }

    public static CliProcess Start(CliFolder folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet")
        {
            WorkingDirectory = folder.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "models.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["XDG_CACHE_HOME"] = folder.Cache;

        // As on a developer's machine, wherever the tests run: a build server remembers nothing.
        foreach (var (name, _) in start.Environment.Where(static variable => ContinuousIntegration.IsDetected(name => name == variable.Key ? variable.Value : null, null)).ToList())
            start.Environment.Remove(name);
        return new CliProcess(Process.Start(start)!);
    }

    public CliResult Wait()
    {
        _process.WaitForExit();
        return new CliResult(_process.ExitCode, _output.Result, _error.Result);
    }

    /// <summary>Sends a signal, as Ctrl-C (2) or a shutdown (15) does.</summary>
    public void Signal(int number) => Signal(_process.Id, number);

    public bool HasEnded => _process.WaitForExit(100);

    /// <summary>Sends a signal to each process it started that has computed for longer than any start takes.</summary>
    public void SignalBusyChild(int number)
    {
        const int BusyTicks = 300; // three seconds
        foreach (var folder in Directory.GetDirectories("/proc").Where(static folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out _)))
        {
            // proc(5): behind the name in parentheses, whatever that is, come state, parent … and in the 12th and 13th place what it has computed.
            var fields = Stat(folder) is { } stat ? stat[(stat.LastIndexOf(')') + 2)..].Split(' ') : [];
            if (fields.Length > 12 && fields[1] == _process.Id.ToString(CultureInfo.InvariantCulture) && long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture) > BusyTicks)
                Signal(int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture), number);
        }
    }

    /// <summary>Whether the process has a file below <paramref name="folder"/> open.</summary>
    public bool HasOpen(string folder)
    {
        Assert.False(_process.HasExited, "the process has ended");
        try
        {
            return Directory.GetFiles($"/proc/{_process.Id}/fd").Any(file => new FileInfo(file).LinkTarget?.StartsWith(folder + "/", StringComparison.Ordinal) == true);
        }
        catch (IOException)
        {
            return false; // a descriptor that was closed meanwhile
        }
    }

    /// <summary>SIGKILL, TerminateProcess: no chance to clean up.</summary>
    public void Kill()
    {
        if (!_process.HasExited)
            _process.Kill();
    }

    private static string? Stat(string folder)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, "stat"));
        }
        catch (IOException)
        {
            return null; // it has ended meanwhile
        }
    }

    private static void Signal(int process, int number)
    {
        using var kill = Process.Start("kill", ["-" + number.ToString(CultureInfo.InvariantCulture), process.ToString(CultureInfo.InvariantCulture)])!;
        kill.WaitForExit();
    }

    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }
}
