using System.Runtime.InteropServices;
using SupplyChainAnalyzers.Core.Scanning;

namespace SupplyChainAnalyzers.Scanner.Tests.Sandbox;

/// <summary>The real scanner on kernels that lack what confines it: it works, and says what is missing.</summary>
public sealed class OlderKernelTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("supplychain-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("9999", "")] // none that exists
    [InlineData("444", "filesystem")] // landlock_create_ruleset
    [InlineData("317", "network,processes")] // seccomp
    [InlineData("444,317", "filesystem,network,processes")]
    public void Missing_isolation_is_known_to_the_launcher(string calls, string missing)
    {
        if (!ProbeRuns.CanRun)
            return;

        var file = Path.Combine(_folder, "model.onnx");
        File.WriteAllBytes(file, Samples.Onnx);
        var result = Assert.Single(ScannerClient.Scan([new ScanFile(file)], Options(calls)));
        Assert.True(result.Answered, string.Join('\n', result.Findings));
        Assert.Equal(missing, string.Join(',', result.MissingIsolation));
    }

    private ScannerOptions Options(string calls)
    {
        var dotnet = ScannerLocator.FindDotnet(null, Environment.ProcessPath, RuntimeEnvironment.GetRuntimeDirectory())!;
        var probe = Path.Combine(AppContext.BaseDirectory, "probe", "SupplyChainAnalyzers.SandboxProbe.dll");
        var host = Path.Combine(_folder, "dotnet");
        File.WriteAllText(host, $"#!/bin/sh\nexec '{dotnet}' exec '{probe}' hide {calls} '{dotnet}' \"$@\"\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(host, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        return new ScannerOptions { DotnetPath = host, ScannerPath = ScannerLocator.FindScanner(AppContext.BaseDirectory)!, TemporaryFolder = _folder };
    }
}
