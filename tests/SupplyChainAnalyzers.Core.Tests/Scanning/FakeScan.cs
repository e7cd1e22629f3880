using System.Runtime.InteropServices;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Scanning;

namespace SupplyChainAnalyzers.Core.Tests.Scanning;

/// <summary>A scan by the fake scanner, which acts out the names of the files it is given.</summary>
internal sealed class FakeScan : IDisposable
{
    /// <summary>What the fake says of every file.</summary>
    public const string Digest = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    public FakeScan() => Options = new()
    {
        DotnetPath = ScannerLocator.FindDotnet(null, Environment.ProcessPath, RuntimeEnvironment.GetRuntimeDirectory())!,
        ScannerPath = FakePath,
        TemporaryFolder = Folder,
    };

    public static string FakePath => Path.Combine(AppContext.BaseDirectory, "fake", "SupplyChainAnalyzers.FakeScanner.dll");

    /// <summary>The private folders of the processes are made here: what is left of them can be seen.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("supplychain-test-").FullName;

    public ScannerOptions Options { get; set; }

    public IReadOnlyList<ScanResult> Scan(params string[] modes) => Scan(default(CancellationToken), modes);

    public IReadOnlyList<ScanResult> Scan(CancellationToken cancellationToken, params string[] modes) =>
        ScannerClient.Scan([.. modes.Select(mode => new ScanFile(Path.Combine(Folder, mode), Digest))], Options, cancellationToken);

    public string Read(string mode) => File.ReadAllText(Path.Combine(Folder, mode));

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    public static void AssertAnswered(ScanResult result)
    {
        Assert.True(result.Answered, string.Join("; ", result.Findings.Select(static finding => finding.Message)));
        Assert.Equal(("onnx", Digest, 1L), (result.Format!.Id, result.Sha256, result.Size));
    }

    public static string AssertFailed(ScanResult result)
    {
        Assert.False(result.Answered);
        Assert.Null(result.Sha256);
        Assert.Null(result.Format);
        var finding = Assert.Single(result.Findings);
        Assert.Equal(Rules.ScannerFailed, finding.Rule);
        Assert.Equal(result.File.Path, finding.Subject);
        SupplyChainAnalyzers.Tests.HostileNames.AssertInert(finding.Message);
        return finding.Message;
    }
}
