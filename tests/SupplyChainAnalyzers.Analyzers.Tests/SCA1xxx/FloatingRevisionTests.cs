using SupplyChainAnalyzers.CodeFixes.SCA1xxx;
using SupplyChainAnalyzers.Testing.Verification;
using Verify = SupplyChainAnalyzers.Testing.Verification.CSharpVerifier<SupplyChainAnalyzers.Analyzers.ModelSupplyChainAnalyzer, SupplyChainAnalyzers.CodeFixes.SCA1xxx.FloatingRevisionFixer>;

namespace SupplyChainAnalyzers.Analyzers.Tests.SCA1xxx;

public sealed class FloatingRevisionTests
{
    [Theory]
    [InlineData("""HFDownloader.DownloadFileAsync("acme/x", "m.onnx", revision: "{|SCA1002:main|}")""")]
    [InlineData("""HFDownloader.DownloadFileAsync("acme/x", "m.onnx", null, "{|SCA1002:master|}")""")]
    [InlineData("""HFDownloader.DownloadSnapshotAsync("acme/x", "{|SCA1002:HEAD|}")""")]
    [InlineData("""HFDownloader.DownloadSnapshotAsync("acme/x", "{|SCA1002:latest|}")""")]
    [InlineData("""HFDownloader.DownloadSnapshotAsync("acme/x", "{|SCA1002:refs/heads/dev|}")""")]
    [InlineData("""HFDownloader.DownloadSnapshotAsync("acme/x", args.Length > 0 ? args[0] : "{|SCA1002:main|}")""")]
    [InlineData("""HFDownloader.DownloadSnapshotAsync("acme/x", System.Environment.GetEnvironmentVariable("R") ?? "{|SCA1002:main|}")""")]
    [InlineData("""HFDownloader.DownloadSnapshotAsync("acme/x", {|SCA1002:Names.Branch|})""")]
    [InlineData("""new ModelsClient().GetByNamespaceByRepoResolveByRevByPathAsync("acme", "x", "{|SCA1002:main|}", "m.onnx")""")]
    public Task Triggers_on_a_branch_given_to_a_client(string call) => Verify.VerifyAnalyzerAsync(Program(call));

    [Theory]
    [InlineData("""HFDownloader.DownloadSnapshotAsync("acme/x", "043235d6088ecd3dd5fb5ca3592b6913fd516027")""")]
    [InlineData("""HFDownloader.DownloadSnapshotAsync("acme/x", args[0])""")]
    [InlineData("""HFDownloader.GetModelInfoAsync("acme/x", "main")""")]
    public Task Does_not_trigger_on_what_is_no_branch(string call) => Verify.VerifyAnalyzerAsync(Program(call));

    [Theory]
    [InlineData("""http.GetAsync("https://huggingface.co/acme/x/resolve/{|SCA1002:main|}/m.onnx")""")]
    [InlineData("""http.GetAsync("https://huggingface.co/acme/x/resolve/{|SCA1002:main|}/m.onnx?download=true", HttpCompletionOption.ResponseHeadersRead)""")]
    [InlineData("""http.GetAsync(new Uri("https://huggingface.co/acme/x/resolve/{|SCA1002:main|}/m.onnx"))""")]
    [InlineData("""http.GetStreamAsync("https://hf.co/acme/x/resolve/{|SCA1002:master|}/m.onnx")""")]
    [InlineData("""http.GetByteArrayAsync("https://hf-mirror.com/acme/x/resolve/{|SCA1002:refs%2Fheads%2Fmain|}/m.onnx")""")]
    [InlineData("""http.GetStringAsync("https://huggingface.co/acme/x/raw/{|SCA1002:main|}/tokenizer.json")""")]
    [InlineData("""http.GetStringAsync("https://huggingface.co/datasets/acme/x/resolve/{|SCA1002:main|}/train.parquet")""")]
    [InlineData("""http.GetAsync("https://modelscope.cn/models/acme/x/resolve/{|SCA1002:master|}/m.onnx")""")]
    [InlineData("""http.GetAsync("https://modelscope.cn/api/v1/models/acme/x/repo?Revision={|SCA1002:master|}&FilePath=m.onnx")""")]
    [InlineData("""http.GetAsync("https://github.com/acme/x/raw/{|SCA1002:main|}/m.onnx")""")]
    [InlineData("""http.GetAsync("https://github.com/acme/x/blob/{|SCA1002:main|}/m.onnx?raw=true")""")]
    [InlineData("""http.GetAsync("https://github.com/acme/x/raw/{|SCA1002:refs/heads/main|}/m.onnx")""")]
    [InlineData("""http.GetAsync("https://raw.githubusercontent.com/acme/x/{|SCA1002:master|}/models/m.onnx")""")]
    [InlineData("""http.GetAsync("https://media.githubusercontent.com/media/acme/x/{|SCA1002:main|}/m.onnx")""")]
    [InlineData("""new HttpRequestMessage(HttpMethod.Get, "https://huggingface.co/acme/x/resolve/{|SCA1002:main|}/m.onnx")""")]
    [InlineData("""new HttpRequestMessage { RequestUri = new Uri("https://huggingface.co/acme/x/resolve/{|SCA1002:main|}/m.onnx") }""")]
    [InlineData("""new HttpClient { BaseAddress = new("https://huggingface.co/acme/x/resolve/{|SCA1002:main|}/") }""")]
    [InlineData("""new WebClient().DownloadData("https://huggingface.co/acme/x/resolve/{|SCA1002:main|}/m.onnx")""")]
    [InlineData("""new WebClient().DownloadFileTaskAsync("https://huggingface.co/acme/x/resolve/{|SCA1002:main|}/m.onnx", "m.onnx")""")]
    [InlineData("""WebRequest.Create("https://huggingface.co/acme/x/resolve/{|SCA1002:main|}/m.onnx")""")]
    [InlineData("""http.GetAsync(requestUri: "https://huggingface.co/acme/x/resolve/{|SCA1002:main|}/m.onnx", completionOption: default)""")]
    public Task Triggers_on_a_branch_in_an_address_that_is_fetched(string call) => Verify.VerifyAnalyzerAsync(Program(call));

    [Theory]
    [InlineData("""http.GetAsync("https://huggingface.co/acme/x/resolve/043235d6088ecd3dd5fb5ca3592b6913fd516027/m.onnx")""")]
    [InlineData("""http.GetAsync("https://huggingface.co/acme/x/resolve/main/README.md")""")]
    [InlineData("""http.GetAsync("https://huggingface.co/acme/x/resolve/main/LICENSE")""")]
    [InlineData("""http.GetAsync("https://huggingface.co/acme/x/resolve/main/assets/logo.png")""")]
    [InlineData("""http.GetAsync("https://huggingface.co/acme/x/tree/main")""")]
    [InlineData("""http.GetAsync("https://huggingface.co/api/models/acme/x")""")]
    [InlineData("""http.GetAsync("https://huggingface.co/mcp")""")]
    [InlineData("""http.GetAsync("https://raw.githubusercontent.com/acme/x/main/README.md")""")]
    [InlineData("""http.GetAsync("https://raw.githubusercontent.com/acme/x/main/data.json")""")]
    [InlineData("""http.GetAsync("https://github.com/acme/x/blob/main/m.onnx")""")]
    [InlineData("""http.GetAsync("https://github.com/acme/x")""")]
    [InlineData("""http.GetAsync("https://example.com/acme/x/resolve/main/m.onnx")""")]
    [InlineData("""http.GetAsync("http://localhost:8080/acme/x/resolve/main/m.onnx")""")]
    [InlineData("""http.GetAsync("acme/x/resolve/main/m.onnx")""")]
    [InlineData("""http.GetAsync(args[0] + "/acme/x/resolve/main/m.onnx")""")]
    [InlineData("""http.GetAsync($"https://huggingface.co/acme/x/resolve/{args[0]}/m.onnx")""")]
    [InlineData("""args[0] == "https://huggingface.co/acme/x/resolve/main/m.onnx" """)]
    [InlineData("""new Uri("https://huggingface.co/acme/x/resolve/main/m.onnx")""")]
    [InlineData("""new Exception("see https://huggingface.co/acme/x/resolve/main/m.onnx")""")]
    public Task Does_not_trigger_on_other_addresses_and_uses(string call) => Verify.VerifyAnalyzerAsync(Program(call));

    [Theory]
    [InlineData("\"https://huggingface.co/acme/\" + \"x/resolve/{|SCA1002:main|}/m.onnx\"")]
    [InlineData("$\"https://huggingface.co/acme/x/resolve/{|SCA1002:main|}/{args[0]}\"")]
    [InlineData("$\"https://huggingface.co/{args[0]}/resolve/{|SCA1002:main|}/m.onnx\"")]
    [InlineData("@\"https://huggingface.co/acme/x/resolve/{|SCA1002:main|}/m.onnx\"")]
    [InlineData("$@\"https://huggingface.co/acme/x/resolve/{|SCA1002:main|}/{args[0]}\"")]
    [InlineData("\"\"\"https://huggingface.co/acme/x/resolve/{|SCA1002:main|}/m.onnx\"\"\"")]
    [InlineData("$\"\"\"https://huggingface.co/acme/x/resolve/{|SCA1002:main|}/{args[0]}\"\"\"")]
    [InlineData("Encoding.UTF8.GetString(\"https://huggingface.co/acme/x/resolve/{|SCA1002:main|}/m.onnx\"u8)")]
    [InlineData("{|SCA1002:\"https://huggingface.co/acme/x\\u002fresolve/main/m.onnx\"|}")]
    [InlineData("{|SCA1002:Names.Host + \"/acme/x/resolve/\" + Names.Branch + \"/m.onnx\"|}")]
    [InlineData("{|SCA1002:$\"https://huggingface.co/acme/x/resolve/{Names.Branch}/m.onnx\"|}")]
    [InlineData("args.Length > 0 ? args[0] : \"https://huggingface.co/acme/x/resolve/{|SCA1002:main|}/m.onnx\"")]
    [InlineData("args.Length switch { 0 => \"https://huggingface.co/acme/x/resolve/{|SCA1002:main|}/a.onnx\", 1 => \"https://huggingface.co/acme/x/resolve/{|SCA1002:master|}/b.onnx\", _ => throw new Exception() }")]
    [InlineData("Environment.GetEnvironmentVariable(\"U\") ?? \"https://huggingface.co/acme/x/resolve/{|SCA1002:main|}/m.onnx\"")]
    [InlineData("new Uri(new Uri(\"https://huggingface.co/acme/x/\"), \"resolve/{|SCA1002:main|}/m.onnx\").ToString()")]
    [InlineData("new Uri(new Uri(\"https://huggingface.co\"), \"/acme/x/resolve/{|SCA1002:main|}/m.onnx\").AbsoluteUri")]
    [InlineData("string.Concat(\"https://huggingface.co/acme/x\", \"/resolve/{|SCA1002:main|}/m.onnx\")")]
    public Task Triggers_on_addresses_however_they_are_written(string address) => Verify.VerifyAnalyzerAsync(Program($"http.GetAsync({address})"));

    [Theory]
    [InlineData("Names.Address")]
    [InlineData("Names.Readonly")]
    [InlineData("Names.Property")]
    [InlineData("Names.Writable")]
    [InlineData("Names.SetByConstructor")]
    [InlineData("fromLocal")]
    [InlineData("assignedOnce")]
    [InlineData("assignedTwice")]
    [InlineData("passedByReference")]
    public Task Triggers_once_where_the_address_is_written(string address) => Verify.VerifyAnalyzerAsync(Program($"new object[] {{ http.GetAsync({address}), http.GetStreamAsync({address}) }}"));

    [Theory]
    [InlineData("http.BaseAddress = new Uri(\"https://huggingface.co/\");", "\"acme/x/resolve/{|SCA1002:main|}/m.onnx\"")]
    [InlineData("http.BaseAddress = new Uri(\"https://huggingface.co/acme/\");", "\"x/resolve/{|SCA1002:main|}/m.onnx\"")]
    [InlineData("http.BaseAddress = new Uri(\"https://example.com/\");", "\"acme/x/resolve/main/m.onnx\"")]
    [InlineData("", "\"acme/x/resolve/main/m.onnx\"")]
    public Task A_relative_address_stands_behind_the_base_of_its_client(string before, string address) => Verify.VerifyAnalyzerAsync(
        Program($"http.GetAsync({address})") with { Source = FloatingPrograms.Text($"http.GetAsync({address})").Replace("object result", before + "\nobject result", StringComparison.Ordinal) });

    [Fact]
    public Task More_names_can_be_declared_floating() => Verify.VerifyAnalyzerAsync(
        Program("""HFDownloader.DownloadSnapshotAsync("acme/x", "{|SCA1002:nightly-3|}")""") with { EditorConfig = new Dictionary<string, string> { ["sca.floating_refs"] = "dev, nightly*" } });

    [Fact]
    public Task A_link_without_a_sink_costs_nothing() => Verify.VerifyAnalyzerAsync(new RuleTest
    {
        Source = """class C { [System.Obsolete("https://huggingface.co/acme/x/resolve/main/m.onnx")] string Link => "https://huggingface.co/acme/x/resolve/main/m.onnx"; }""",
    });

    [Fact]
    public Task A_branch_without_a_repository_is_not_reported_twice() => Verify.VerifyAnalyzerAsync(
        Program("""HFDownloader.DownloadSnapshotAsync(revision: "{|SCA1002:main|}", repoId: "acme/x")"""));

    [Fact]
    public void Fixer_fixes_this_rule_alone() => Assert.Equal("SCA1002", Assert.Single(new FloatingRevisionFixer().FixableDiagnosticIds));

    private static RuleTest Program(string call) => new() { Source = FloatingPrograms.Text(call), Stubs = ["HuggingfaceHub", "HuggingFace"], IsProgram = true };
}
