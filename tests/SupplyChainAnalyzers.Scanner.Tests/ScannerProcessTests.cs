using System.Runtime.InteropServices;
using System.Security.Cryptography;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Scanning;
using SupplyChainAnalyzers.Tests;

namespace SupplyChainAnalyzers.Scanner.Tests;

/// <summary>The real launcher and the real scanner on real files.</summary>
public sealed class ScannerProcessTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("supplychain-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Files_are_identified_and_hashed()
    {
        ScanFile[] files = [Write("a.bin", Samples.PyTorch), Write("b.bin", Samples.SafeTensors), Write("c.bin", Samples.Onnx), Write("d.bin", Samples.Gguf), Write("e.bin", [])];
        var results = Scan(files);
        Assert.Equal(["pytorch", "safetensors", "onnx", "gguf", "empty"], results.Select(static result => result.Format!.Id));
        Assert.Equal(files.Select(static file => file.Sha256), results.Select(static result => result.Sha256));
        Assert.Equal(files.Select(static file => new FileInfo(file.Path).Length), results.Select(static result => result.Size!.Value));
        Assert.All(results, static result => Assert.Equal(Verdict.Clean, result.Verdict));
    }

    [Fact]
    public void Damaged_file_is_SCA3001()
    {
        var findings = Assert.Single(Scan(Write("model.keras", Samples.Keras[..^1]))).Findings;
        Assert.All(findings, static finding => Assert.Equal(Rules.Unscannable, finding.Rule));
        Assert.Contains(findings, static finding => finding.Message.Contains("no end record", StringComparison.Ordinal));
    }

    [Fact]
    public void File_that_is_not_the_declared_one_is_SCA0002()
    {
        var file = Write("model.onnx", Samples.Onnx) with { Sha256 = new string('0', 64) };
        Assert.Equal(Rules.ScannerFailed, Assert.Single(Assert.Single(Scan(file)).Findings).Rule);
    }

    [Fact]
    public void What_cannot_be_read_is_SCA2112_and_harms_nobody()
    {
        var results = Scan(new ScanFile(Path.Combine(_folder, "gone\u001b[31m.onnx")), new ScanFile(_folder), Write("model.onnx", Samples.Onnx));
        Assert.All(results.Take(2), static result =>
        {
            Assert.False(result.Answered);
            var finding = Assert.Single(result.Findings);
            Assert.Equal(Rules.FileUnreadable, finding.Rule);
            HostileNames.AssertInert(finding.Message);
        });
        Assert.True(results[2].Answered);
    }

    [Fact]
    public void Hostile_name_goes_all_the_way()
    {
        if (OperatingSystem.IsWindows())
            return; // no such name can exist there

        var name = HostileNames.All.Replace('/', '_');
        var good = Write(name, Samples.Pickle);
        var results = Scan(good, good with { Sha256 = new string('0', 64) });
        Assert.Equal("pickle", results[0].Format!.Id);
        HostileNames.AssertInert(Assert.Single(results[0].Findings).Message);
        HostileNames.AssertInert(Assert.Single(results[1].Findings).Message);
    }

    [Fact]
    public void Member_of_a_hostile_archive_is_shown_inert()
    {
        var bytes = Samples.Zip((HostileNames.All, [1]));
        bytes[bytes.AsSpan().LastIndexOf("PK\u0001\u0002"u8) + 8] |= 1; // encrypted, so that it is named
        var findings = Assert.Single(Scan(Write("model.bin", bytes))).Findings;
        Assert.Contains(findings, static finding => finding.Message.Contains("encrypted", StringComparison.Ordinal));
        Assert.All(findings, static finding => HostileNames.AssertInert(finding.Message));
    }

    [Fact]
    public void Thousands_of_files_take_few_processes()
    {
        var file = Write("model.onnx", Samples.Onnx);
        var results = Scan([.. Enumerable.Repeat(file, 2500)]);
        Assert.Equal(2500, results.Count);
        Assert.All(results, static result => Assert.True(result.Answered));
    }

    [Fact]
    public void Memory_is_limited()
    {
        if (!OperatingSystem.IsLinux())
            return;

        // 450,000 tensors: their names alone, as digests, take more than is left beside the runtime.
        var header = "{" + string.Join(',', Enumerable.Range(0, 450_000).Select(static index => $"\"{index}\":{{\"dtype\":\"U8\",\"shape\":[0],\"data_offsets\":[0,0]}}")) + "}";
        var file = Write("model.safetensors", Samples.SafeTensorsOf(header, []));
        var small = Assert.Single(ScannerClient.Scan([file], Options with { MemoryLimit = 32 << 20 }));
        Assert.Equal(Rules.ScannerFailed, Assert.Single(small.Findings).Rule);
        Assert.True(Assert.Single(Scan(file)).Answered);
    }

    private IReadOnlyList<ScanResult> Scan(params ScanFile[] files) => ScannerClient.Scan(files, Options);

    private ScannerOptions Options => new()
    {
        DotnetPath = ScannerLocator.FindDotnet(null, Environment.ProcessPath, RuntimeEnvironment.GetRuntimeDirectory())!,
        ScannerPath = ScannerLocator.FindScanner(AppContext.BaseDirectory)!,
        TemporaryFolder = _folder,
    };

    private ScanFile Write(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, bytes);
        return new ScanFile(path, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }
}
