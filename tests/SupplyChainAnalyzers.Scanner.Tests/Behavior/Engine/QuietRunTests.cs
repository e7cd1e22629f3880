using System.Runtime.InteropServices;
using System.Security.Cryptography;
using SupplyChainAnalyzers.Core.Scanning;
using SupplyChainAnalyzers.Core.Scanning.Behavior;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior.Engine;

/// <summary>
/// ONNX Runtime has telemetry that writes files, reads the machine's id and asks for addresses. The sandbox would refuse it; this shows that
/// nothing of it is even tried. Needs strace; where there is none, what lies in the folders says as much as it can.
/// </summary>
public sealed class QuietRunTests : IDisposable
{
    private const string Tracer = "/usr/bin/strace";

    private readonly string _folder = Directory.CreateTempSubdirectory("supplychain-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Run_writes_no_file_and_opens_no_socket()
    {
        var log = Path.Combine(_folder, "calls");
        var result = Run(File.Exists(Tracer) ? Traced(log) : Dotnet);
        Assert.True(result.Behavior is { Checks: [{ Check: "golden", Outcome: CheckOutcome.NoFinding }] }, string.Join('\n', result.Findings));
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(_folder, "temporary")));
        if (!File.Exists(Tracer))
            return;

        // From the moment the library is there.
        string[] calls = [.. File.ReadLines(log).SkipWhile(static line => !line.Contains("libonnxruntime.so", StringComparison.Ordinal))];
        Assert.NotEmpty(calls);
        Assert.DoesNotContain(calls, static call => call.Contains("socket(", StringComparison.Ordinal) || call.Contains("connect(", StringComparison.Ordinal) || call.Contains("sendto(", StringComparison.Ordinal));
        Assert.DoesNotContain(calls, static call => call.Contains("machine-id", StringComparison.Ordinal) || call.Contains("fork(", StringComparison.Ordinal) || call.Contains("execve(", StringComparison.Ordinal));
        Assert.DoesNotContain(calls, static call => IsWriting(call) && !call.Contains("/comm\"", StringComparison.Ordinal)); // a thread's own name
    }

    [Fact]
    public void Library_that_is_another_one_is_not_loaded()
    {
        var copy = Path.Combine(_folder, "scanner");
        foreach (var file in Directory.GetFiles(AppContext.BaseDirectory, "*", SearchOption.AllDirectories).Where(static file => IsScanner(Path.GetRelativePath(AppContext.BaseDirectory, file))))
        {
            var to = Path.Combine(copy, Path.GetRelativePath(AppContext.BaseDirectory, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }

        var library = Assert.Single(Directory.GetFiles(Path.Combine(copy, "runtimes"), "*", SearchOption.AllDirectories), static file => file.Contains("onnxruntime", StringComparison.Ordinal));
        using (var stream = File.OpenWrite(library))
        {
            stream.Position = stream.Length - 1;
            stream.WriteByte(0x5A);
        }

        var result = Run(Dotnet, Path.Combine(copy, "SupplyChainAnalyzers.Scanner.dll"));
        var finding = Assert.Single(result.Findings);
        Assert.Equal("SCA4092", finding.Rule.Id);
        Assert.Contains("is not the one it was built with", finding.Message, StringComparison.Ordinal);
        Assert.Equal(BehaviorVerdict.Limited, result.Behavior!.Verdict);
    }

    private static string Dotnet => ScannerLocator.FindDotnet(null, Environment.ProcessPath, RuntimeEnvironment.GetRuntimeDirectory())!;

    private static bool IsScanner(string path) =>
        path.StartsWith("SupplyChainAnalyzers.Scanner.", StringComparison.Ordinal) || path.StartsWith("SupplyChainAnalyzers.Core.", StringComparison.Ordinal)
        || path.StartsWith("Microsoft.ML.", StringComparison.Ordinal) || path.StartsWith("System.Numerics.", StringComparison.Ordinal) || path.StartsWith("runtimes", StringComparison.Ordinal);

    private static bool IsWriting(string call) =>
        call.Contains("O_WRONLY", StringComparison.Ordinal) || call.Contains("O_RDWR", StringComparison.Ordinal) || call.Contains("O_CREAT", StringComparison.Ordinal)
        || call.Contains("mkdir", StringComparison.Ordinal) || call.Contains("rename", StringComparison.Ordinal) || call.Contains("unlink", StringComparison.Ordinal);

    // A host that writes down what the real one calls.
    private string Traced(string log)
    {
        var script = Path.Combine(_folder, "dotnet");
        File.WriteAllText(script, $"#!/bin/sh\nexec {Tracer} -f -s 256 -o '{log}' -e trace=network,process,openat,open,creat,mkdir,mkdirat,rename,renameat,renameat2,unlink,unlinkat '{Dotnet}' \"$@\"\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        return script;
    }

    private ScanResult Run(string dotnet, string? scanner = null)
    {
        var probe = NumPyBytes.Floats([1, 3], 1, 1, 1);
        var model = Path.Combine(_folder, "model.onnx");
        var temporary = Directory.CreateDirectory(Path.Combine(_folder, "temporary")).FullName;
        File.WriteAllBytes(model, OnnxModels.AddRelu);
        File.WriteAllBytes(Path.Combine(_folder, "x.npy"), probe);
        File.WriteAllText(Path.Combine(_folder, "golden.json"), $$"""{"goldenVersion":1,"inputs":1,"probe":"{{Convert.ToHexStringLower(SHA256.HashData(probe))}}","outputs":[{"name":"y","shape":[1,3],"values":["2 0 4"]}]}""");
        var question = new BehaviorQuestion { Model = model, Probe = Path.Combine(_folder, "x.npy"), Golden = Path.Combine(_folder, "golden.json"), Checks = ["golden"] };
        return ScannerClient.CheckBehavior(question, new ScannerOptions { DotnetPath = dotnet, ScannerPath = scanner ?? ScannerLocator.FindScanner(AppContext.BaseDirectory)!, TemporaryFolder = temporary });
    }
}
