using System.Runtime.InteropServices;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Scanning.Protocol;

namespace SupplyChainAnalyzers.FakeScanner;

/// <summary>
/// Answers by the protocol until a file's name (without extension) is a misbehaviour: that name is then acted out. Files
/// need not exist.
/// </summary>
internal sealed class FakeScannerHost
{
    /// <summary>The digest it claims for every file.</summary>
    public const string Digest = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    private readonly Stream _output = Console.OpenStandardOutput();

    public int Run()
    {
        if (!OperatingSystem.IsWindows())
            _ = StartSession(); // as the real one does: children are reached by the group's number

        var request = ScanRequest.Read(ReadLine(Console.OpenStandardInput()), out var error) ?? throw new InvalidDataException(error);
        string[] modes = [.. request.Paths.Select(Path.GetFileNameWithoutExtension)!];
        if (Misbehavior.BeforeHello(modes[0]) is { } early)
            return early;

        Send(new ScanEvent.Hello(request.Nonce, modes[0] == "other-protocol" ? 2 : Wire.Version, "1.2.3", modes.Contains("no-isolation") ? [] : Isolation.All));
        for (var id = 0; id < modes.Length; id++)
        {
            var result = new ScanEvent.Result(request.Nonce, id, Digest, 1, ModelFormats.Onnx, []);
            if (modes[id].StartsWith("ok", StringComparison.Ordinal))
                Send(result);
            else if (Misbehavior.Act(modes[id], request.Paths[id], result, _output) is { } code)
                return code;
        }

        Send(new ScanEvent.Done(request.Nonce, modes.Length));
        return Misbehavior.AfterDone(modes, _output);
    }

    private void Send(ScanEvent scanEvent) => _output.Write(ScanEventWriter.ToLine(scanEvent));

    [DllImport("libc", EntryPoint = "setsid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int StartSession();

    private static byte[] ReadLine(Stream input)
    {
        var line = new List<byte>();
        for (var next = input.ReadByte(); next is not (-1 or '\n'); next = input.ReadByte())
            line.Add((byte)next);

        return [.. line];
    }
}
