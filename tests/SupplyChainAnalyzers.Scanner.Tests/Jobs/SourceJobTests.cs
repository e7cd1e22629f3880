using System.Runtime.InteropServices;
using System.Text;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Scanning;
using SupplyChainAnalyzers.Core.Scanning.Sources;
using SupplyChainAnalyzers.Core.Sources;
using SupplyChainAnalyzers.Core.Verification;

namespace SupplyChainAnalyzers.Scanner.Tests.Jobs;

/// <summary>Source files, read by the real, confined scanner: it says what the readers say in this process, and no more.</summary>
public sealed class SourceJobTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("supplychain-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Answer_is_that_of_the_readers_in_every_member()
    {
        string[] paths =
        [
            Write("nuget.config", "<configuration><packageSources><add key='a' value='https://a.example' /><add key='b' value='https://b.example' /></packageSources></configuration>"),
            Write("app.py", "import torch\ntorch.load('a.pt')\n"), Write("a.sh", "echo\n"), Write("Dockerfile", "RUN hf download acme/bert\n"),
            Write("requirements.txt", "deepseekai\n"), Write("App.csproj", "<Project><PackageReference Include='OllamaSharp' /></Project>"), Write("Modelfile", "FROM llama3.2\n"),
        ];
        var expected = SourceFiles.ReadAll(paths, SourceContext.None, CancellationToken.None);
        var answered = Read(paths);
        Assert.Equal(expected.Select(Words), answered.Select(Words));
        Assert.True(expected.Sum(static file => file.Findings.Count) >= 4);
    }

    [Fact]
    public void Commit_of_the_lock_is_named()
    {
        var models = Write("lock/models.lock", $$"""
            { "lockVersion": 1, "models": { "bert": { "path": "m", "presence": "fetch", "source": { "type": "huggingface", "repo": "acme/bert", "revision": "0123456789abcdef0123456789abcdef01234567" },
              "files": { "a.safetensors": { "sha256": "{{new string('a', 64)}}", "size": 1, "format": "safetensors" } } } } }
            """);
        var script = Write("a.sh", "hf download acme/bert\n");
        Assert.Contains("0123456789ab", Read([script], new SourceQuestion { LockPath = models })[0].Findings[0].Message, StringComparison.Ordinal);
        Assert.DoesNotContain("0123456789ab", Read([script])[0].Findings[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_too_long_or_gone_is_told_as_not_looked_at()
    {
        var large = Path.Combine(_folder, "large.py");
        using (var stream = File.Create(large))
            stream.SetLength(SourceReader.MaxCharacters * 3L + 1);

        Assert.All(Read([large, Path.Combine(_folder, "gone.py")]), static file => Assert.True(file.IsIncomplete && file.Findings.Count == 0));
    }

    [Fact]
    public void More_findings_than_anybody_reads_are_told_as_not_looked_at()
    {
        var file = Assert.Single(Read([Write("a.sh", string.Concat(Enumerable.Repeat("hf download acme/bert\n", 5_000)))]));
        Assert.True(file.IsIncomplete);
        Assert.InRange(file.Findings.Count, 500, 1000);
    }

    [Fact]
    public void File_without_an_answer_has_that_as_its_finding()
    {
        var file = Assert.Single(ScannerClient.ReadSources([new ScanFile(Write("a.py", ""))], new SourceQuestion(), Options with { ScannerPath = Path.Combine(_folder, "none.dll") }));
        Assert.True(file.IsIncomplete);
        Assert.Equal(Rules.ScannerFailed, Assert.Single(file.Findings).Rule);
    }

    private static ScannerOptions Options => new()
    {
        DotnetPath = ScannerLocator.FindDotnet(null, Environment.ProcessPath, RuntimeEnvironment.GetRuntimeDirectory())!,
        ScannerPath = ScannerLocator.FindScanner(AppContext.BaseDirectory)!,
    };

    private static IReadOnlyList<SourceFile> Read(IEnumerable<string> paths, SourceQuestion? question = null) => ScannerClient.ReadSources([.. paths.Select(static path => new ScanFile(path))], question ?? new SourceQuestion(), Options);

    private static string Words(SourceFile file) => $"{file.Path} {file.Kind} {file.UsesModelPackages} {file.IsIncomplete} {string.Join('\n', file.Findings)}";

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return path;
    }
}
