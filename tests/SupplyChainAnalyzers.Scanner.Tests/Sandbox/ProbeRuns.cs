using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using SupplyChainAnalyzers.Core.Scanning;
using SupplyChainAnalyzers.Core.Scanning.Launching;
using SupplyChainAnalyzers.Core.Scanning.Protocol;

namespace SupplyChainAnalyzers.Scanner.Tests.Sandbox;

/// <summary>
/// The probe, once in the scanner's confinement and once free, with the same targets: a listening socket, a process to
/// attack, a file of somebody else, an open descriptor. Linux on x64 only; elsewhere both runs are empty.
/// </summary>
public sealed class ProbeRuns : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("supplychain-test-").FullName;
    private readonly Process? _victim;
    private readonly TcpListener _tcp = new(IPAddress.Loopback, 0);
    private readonly Socket _unix = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);

    public ProbeRuns()
    {
        if (!CanRun)
            return;

        var foreign = Directory.CreateDirectory(Path.Combine(_folder, "foreign")).FullName;
        var models = Directory.CreateDirectory(Path.Combine(_folder, "models")).FullName;
        Directory.CreateDirectory(Path.Combine(_folder, "work"));
        File.WriteAllText(Path.Combine(foreign, "secret"), "a secret");
        for (var i = 0; i < 40; i++)
            File.WriteAllText(Path.Combine(foreign, $"spare-{i}"), "");
        File.CreateSymbolicLink(Path.Combine(models, "link"), Path.Combine(foreign, "secret"));
        _tcp.Start();
        _unix.Bind(new UnixDomainSocketEndPoint(Path.Combine(_folder, "s")));
        _unix.Listen();
        _victim = Process.Start("/bin/sleep", "600");
        Input = Path.Combine(models, "model.bin");
        File.WriteAllLines(Input, [
            $"foreign={foreign}/secret", $"link={models}/link", $"port={((IPEndPoint)_tcp.LocalEndpoint).Port}", $"socket={_folder}/s", $"victim={_victim.Id}"]);

        Confined = Run("");
        Free = Run("free");
    }

    public static bool CanRun => OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64;

    /// <summary>Lines of thread, act and outcome.</summary>
    internal IReadOnlyList<(string Thread, string Act, string Outcome)> Confined { get; } = [];

    /// <summary>The same without confinement.</summary>
    internal IReadOnlyList<(string Thread, string Act, string Outcome)> Free { get; } = [];

    private string Input { get; } = "";

    public void Dispose()
    {
        _victim?.Kill();
        _victim?.Dispose();
        _tcp.Dispose();
        _unix.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private List<(string Thread, string Act, string Outcome)> Run(string argument)
    {
        var dotnet = ScannerLocator.FindDotnet(null, Environment.ProcessPath, RuntimeEnvironment.GetRuntimeDirectory())!;
        var probe = Path.Combine(AppContext.BaseDirectory, "probe", "SupplyChainAnalyzers.SandboxProbe.dll");

        // A descriptor that somebody up the line forgot to close.
        var start = new ProcessStartInfo("/bin/sh", ["-c", $"exec 9<>'{_folder}/foreign/secret'; exec '{dotnet}' exec '{probe}' {argument}"])
        {
            WorkingDirectory = Path.Combine(_folder, "work"),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in ScannerEnvironment.Create(start.WorkingDirectory, 256 << 20))
            start.Environment[name] = value;

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardInput.BaseStream.Write(new ScanRequest(new string('0', Wire.NonceLength), "probe", 256 << 20, [Input]).ToLine());
        process.StandardInput.BaseStream.Flush();
        var lines = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"exit code {process.ExitCode}\n{lines}\n{errors.Result}");
        return [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => line.Split('|', 3)).Select(static fields => (fields[0], fields[1], fields[2]))];
    }
}
