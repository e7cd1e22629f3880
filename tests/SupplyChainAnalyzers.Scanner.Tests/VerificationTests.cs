using System.Runtime.InteropServices;
using System.Security.Cryptography;
using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Core.Scanning;
using SupplyChainAnalyzers.Core.Verification;

namespace SupplyChainAnalyzers.Scanner.Tests;

/// <summary>A whole verification with the real scanner behind it.</summary>
public sealed class VerificationTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("supplychain-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Archives_are_told_apart_by_what_is_inside() => Assert.DoesNotContain("SCA2107", Verify(("a.keras", Samples.Keras, "keras"), ("b.npz", Samples.NumPyZip, "npz")));

    [Fact]
    public void Code_format_is_said_once_a_file() =>
        Assert.Equal(["SCA3002", "SCA3002"], Verify(("a.pt", Samples.PyTorch, "pytorch"), ("b.pkl", Samples.Pickle, "pickle")));

    [Fact]
    public void Checkpoint_declared_as_a_harmless_archive_is_SCA2107() => Assert.Equal(["SCA2107"], Verify(("a.keras", Samples.PyTorch, "keras")));

    [Fact]
    public void Damaged_archive_is_SCA3001_and_never_clean() => Assert.Equal(["SCA3001"], Verify(("a.keras", Samples.Keras[..^1], "keras")).Distinct());

    [Fact]
    public void Harmless_models_have_no_finding_and_pickles_the_one_about_their_format() => Assert.Equal(
        ["SCA3002"], Verify(("a.safetensors", Samples.SafeTensors, "safetensors"), ("b.onnx", Samples.Onnx, "onnx"), ("c.gguf", Samples.Gguf, "gguf"), ("d.pkl", Samples.Pickle, "pickle"), ("e.json", Samples.Text("{}"), "json"), ("f.txt", Samples.Text("cat\n"), "text")));

    [Fact]
    public void Pickle_that_runs_a_command_is_SCA3010_at_its_line() => Assert.Contains("SCA3010", Verify(("a.pkl", Samples.TextPickle, "pickle")));

    private IEnumerable<string> Verify(params (string Name, byte[] Content, string Format)[] files)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "m"));
        foreach (var (name, content, _) in files)
            File.WriteAllBytes(Path.Combine(_folder, "m", name), content);

        var entries = files.Select(static file => FormattableString.Invariant(
            $$""" "{{file.Name}}": { "sha256": "{{Hex.Of(SHA256.HashData(file.Content))}}", "size": {{file.Content.Length}}, "format": "{{file.Format}}" } """));
        var path = Path.Combine(_folder, "models.lock");
        File.WriteAllText(path, $$"""{ "lockVersion": 1, "models": { "m": { "path": "m", "files": { {{string.Join(", ", entries)}} } } } }""");
        var result = ModelVerifier.Verify(new VerificationRequest { LockPath = path, Scanner = Options });
        Assert.All(result.Findings, finding => Assert.Equal(path, finding.Finding.File));
        return result.Findings.Select(static finding => finding.Finding.Rule.Id);
    }

    private ScannerOptions Options => new()
    {
        DotnetPath = ScannerLocator.FindDotnet(null, Environment.ProcessPath, RuntimeEnvironment.GetRuntimeDirectory())!,
        ScannerPath = ScannerLocator.FindScanner(AppContext.BaseDirectory)!,
        TemporaryFolder = _folder,
    };
}
