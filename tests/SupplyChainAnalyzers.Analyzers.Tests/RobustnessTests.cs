using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SupplyChainAnalyzers.Analyzers.Fixes;
using SupplyChainAnalyzers.Analyzers.Tests.Fuzz;
using SupplyChainAnalyzers.Analyzers.Tests.SCA1xxx;
using SupplyChainAnalyzers.CodeFixes.Pins;
using SupplyChainAnalyzers.Testing.Catalogue;
using SupplyChainAnalyzers.Testing.Verification;

namespace SupplyChainAnalyzers.Analyzers.Tests;

/// <summary>Code is broken most of the time it is edited: no mutation of it may throw, and every fix must leave a text behind.</summary>
public sealed class RobustnessTests
{
    // Some hundred trees to a compilation: binding the references is what costs.
    private const int TreesPerSample = 40;

    private static readonly string[] Calls =
    [
        """http.GetAsync("https://huggingface.co/acme/fraud-finbert/resolve/main/model.onnx")""",
        """http.GetAsync($"https://huggingface.co/{args[0]}/resolve/main/{args[1]}", HttpCompletionOption.ResponseHeadersRead)""",
        """new HttpRequestMessage { RequestUri = new Uri(new Uri("https://huggingface.co/acme/x/"), $"resolve/{Names.Branch}/m.onnx") }""",
        """HFDownloader.DownloadFileAsync("acme/fraud-finbert", "model.onnx", revision: args.Length switch { 0 => "main", 1 => null, _ => Names.Branch })""",
        """HFDownloader.DownloadSnapshotAsync(repoId: Names.Host ?? "acme/fraud-finbert", localFilesOnly: false)""",
        """new OpenAI.OpenAIClient(local).GetChatClient(args.Length > 1 ? "gpt-4o" : Names.Branch)""",
        """new OllamaSharp.OllamaApiClient(new Uri("http://localhost:11434"), "llama3.2") { SelectedModel = assignedTwice ?? "phi3:latest" }""",
        """HFDownloader.DownloadFileAsync("m1crosoft/phi-2", "model.onnx", revision: "main")""",
        """new ModelsClient().GetByNamespaceByRepoResolveByRevByPathAsync("acme", "fraud-finbert", "main", "model.onnx")""",
        """new InferenceSession(Path.Combine(AppContext.BaseDirectory, "a", Path.Join("b", fromLocal), "c.onnx"), new SessionOptions { OptimizedModelFilePath = assignedOnce })""",
    ];

    // From download, input and digest to a load, and what a fix would change.
    private static readonly string[] Loads =
    [
        """var path = Path.Combine(Path.GetTempPath(), "m.onnx"); await File.WriteAllBytesAsync(path, await http.GetByteArrayAsync("https://example.com/m.pt")); object s = new InferenceSession(path);""",
        """using (var stream = File.OpenRead(unknown)) { SHA256.HashData(stream); } object s = new InferenceSession(unknown); s = new InferenceSession(Console.ReadLine() ?? "models/fraud-finbert/model.onnx");""",
        """var handler = new HttpClientHandler { MaxConnectionsPerServer = 3, ServerCertificateCustomValidationCallback = (a, b, c, d) => { return true; } }; module.load_py("pytorch_model.bin", strict: false);""",
        """pool.FromFile("a", "model.zip", watchForChanges: true); torch.hub.download_url_to_file("https://example.com/x.dat", "x.dat", hash_prefix: "dead"); options.RegisterCustomOpLibrary($"/tmp/{unknown}.so");""",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Mutated_code_never_throws(int seed)
    {
        var random = new Random(seed);
        var sources = Calls
            .SelectMany((call, kind) => Enumerable.Range(0, TreesPerSample).Select(i => CodeMutation.Apply(FloatingPrograms.InNamespace($"N{kind}_{i}", call), random)))
            .ToList();

        var diagnostics = await AnalyzeAsync(sources);

        // Most mutations hit elsewhere: if nothing were found any more, nothing would be tested.
        Assert.True(diagnostics.Length > sources.Count / 4, $"only {diagnostics.Length} findings in {sources.Count} files");
        Assert.All(diagnostics, static diagnostic =>
        {
            var edit = PinEdit.For(diagnostic, CancellationToken.None);
            var changed = edit?.Tree.GetText().WithChanges(edit.Changes).ToString();
            Assert.True(changed is null || diagnostic.Properties.ContainsKey(PinProperties.Text) || changed.Contains(TestLock.Commit, StringComparison.Ordinal));
        });
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Mutated_code_that_loads_never_throws(int seed)
    {
        var random = new Random(seed);
        var sources = Loads
            .SelectMany((statements, kind) => Enumerable.Range(0, TreesPerSample).Select(i => CodeMutation.Apply(LoadingProgram.InNamespace($"L{kind}_{i}", statements), random)))
            .ToList();

        var diagnostics = await AnalyzeAsync(sources);

        Assert.True(diagnostics.Length > sources.Count / 4, $"only {diagnostics.Length} findings in {sources.Count} files");
        Assert.DoesNotContain(diagnostics, static diagnostic => PinEdit.For(diagnostic, CancellationToken.None) is { } edit && edit.Tree.GetText().WithChanges(edit.Changes).Length == 0);
    }

    [Fact]
    public async Task Deep_and_long_expressions_end()
    {
        var sum = string.Join(" + ", Enumerable.Repeat("args[0] + \"https://huggingface.co/a/b/resolve/main/m.onnx\"", 300));
        var nested = string.Concat(Enumerable.Repeat("(args[0] ?? ", 60)) + "\"x\"" + new string(')', 60);
        var recursive = "Names.Loop";

        var diagnostics = await AnalyzeAsync([.. new[] { sum, nested, recursive }.Select(static (call, i) => FloatingPrograms.InNamespace($"N{i}", $"http.GetAsync({call})"))]);

        Assert.Empty(diagnostics);
    }

    private static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(IReadOnlyList<string> sources)
    {
        var trees = sources.Select(static (source, i) => CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Preview), $"/0/File{i}.cs"));
        var compilation = CSharpCompilation.Create(
            "Mutants", trees, PlatformReferences.All.Concat(CatalogueStubs.For([.. LoadingProgram.Stubs, "HuggingFace", "OpenAI", "OllamaSharp"])), new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var thrown = new List<string>();
        var test = new RuleTest { Source = "", Lock = TestLock.Hub() };
        var options = new CompilationWithAnalyzersOptions(
            TestSolution.Create(test).Projects.Single().AnalyzerOptions, (exception, _, _) => { lock (thrown) thrown.Add(exception.ToString()); }, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        var diagnostics = await compilation.WithAnalyzers([new ModelSupplyChainAnalyzer()], options).GetAnalyzerDiagnosticsAsync();
        Assert.Empty(thrown);
        Assert.DoesNotContain(diagnostics, static diagnostic => diagnostic.Id == "AD0001");
        return diagnostics;
    }
}
