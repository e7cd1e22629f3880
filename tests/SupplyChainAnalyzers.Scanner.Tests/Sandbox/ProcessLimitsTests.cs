using System.Globalization;

namespace SupplyChainAnalyzers.Scanner.Tests.Sandbox;

/// <summary>What the kernel says of a scanner at work.</summary>
public class ProcessLimitsTests
{
    [Fact]
    public void Rights_are_gone_while_a_file_is_open()
    {
        if (!OperatingSystem.IsLinux())
            return;

        using var running = new RunningScanner();
        Assert.Equal("1", running.Line("status", "NoNewPrivs:"));
        Assert.Equal("0 0 bytes", running.Line("limits", "Max core file size"));
        Assert.Equal("128 128 files", running.Line("limits", "Max open files"));
        Assert.Equal($"{256 << 20} {256 << 20} bytes", running.Line("limits", "Max data size"));

        // stat: pid (name) state parent group session; after the name's bracket nothing is free text
        var stat = File.ReadAllText($"/proc/{running.Scanner.Id}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        var id = running.Scanner.Id.ToString(CultureInfo.InvariantCulture);
        Assert.Equal((id, id), (fields[2], fields[3]));
    }

    [Fact]
    public void Calls_of_every_thread_are_filtered_while_a_file_is_open()
    {
        if (!OperatingSystem.IsLinux())
            return;

        using var running = new RunningScanner();
        var threads = Directory.GetDirectories($"/proc/{running.Scanner.Id}/task").Select(Path.GetFileName).ToArray();
        Assert.True(threads.Length > 3);
        Assert.All(threads, thread => Assert.Equal("2", running.Line($"task/{thread}/status", "Seccomp:")));
    }

    [Fact]
    public async Task Scanner_ends_with_its_launcher()
    {
        if (!OperatingSystem.IsLinux())
            return;

        using var running = new RunningScanner();
        running.Launcher.Kill();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await running.Scanner.WaitForExitAsync(patience.Token);
    }
}
