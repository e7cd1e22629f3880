using System.Diagnostics;

namespace SupplyChainAnalyzers.Core.Tests.Scanning.Launching;

/// <summary>The launcher as MSBuild loads it: netstandard2.0, in a process of its own.</summary>
public sealed class NetStandardLauncherTests : IDisposable
{
    private readonly FakeScan _fake = new();

    public void Dispose() => _fake.Dispose();

    [Fact]
    public async Task Answers_and_failures_are_the_same()
    {
        string[] lines = await Launch("ok1", "crash", "progress", "ok2");
        Assert.Equal(["progress 5", "onnx ", "onnx ", "onnx "], lines.Where(static line => !line.StartsWith("- ", StringComparison.Ordinal)));
        Assert.Contains("exit code 134", Assert.Single(lines, static line => line.StartsWith("- SCA0002: ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Working_folder_is_private_and_gone()
    {
        await Launch("environment");
        var cwd = Assert.Single(await File.ReadAllLinesAsync(Path.Combine(_fake.Folder, "environment")), static line => line.StartsWith("cwd ", StringComparison.Ordinal));
        Assert.StartsWith("cwd " + Path.Combine(_fake.Folder, "supplychain-"), cwd, StringComparison.Ordinal);
        Assert.Equal([Path.Combine(_fake.Folder, "environment")], Directory.GetFileSystemEntries(_fake.Folder));
    }

    private async Task<string[]> Launch(params string[] modes)
    {
        var start = new ProcessStartInfo(_fake.Options.DotnetPath, ["exec", FakeScan.FakePath, "launch", FakeScan.FakePath, _fake.Folder, .. modes.Select(mode => Path.Combine(_fake.Folder, mode))])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
