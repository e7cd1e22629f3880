using SupplyChainAnalyzers.Testing.Verification;
using Verify = SupplyChainAnalyzers.Testing.Verification.CSharpVerifier<SupplyChainAnalyzers.Analyzers.ModelSupplyChainAnalyzer, SupplyChainAnalyzers.CodeFixes.SCA1xxx.UntrustedSourceFixer>;

namespace SupplyChainAnalyzers.Analyzers.Tests.SCA1xxx;

public sealed class UntrustedSourceTests
{
    private const string Acme = """{ "type": "huggingface", "orgs": ["acme"] }, { "type": "github", "repos": ["acme/x"] }, { "type": "url", "host": "*.acme.example" }""";
    private const string Commit = TestLock.Commit;

    [Theory]
    [InlineData($"HFDownloader.DownloadSnapshotAsync({{|SCA1006:\"evil/x\"|}}, \"{Commit}\")")]
    [InlineData($"http.GetAsync(\"https://huggingface.co/{{|SCA1006:evil/x|}}/resolve/{Commit}/m.onnx\")")]
    [InlineData($"http.GetAsync(\"https://huggingface.co/datasets/{{|SCA1006:evil/x|}}/resolve/{Commit}/m.onnx\")")]
    [InlineData($"http.GetAsync(\"https://github.com/{{|SCA1006:acme/y|}}/raw/{Commit}/m.onnx\")")]
    [InlineData("http.GetAsync(\"https://{|SCA1006:models.example|}/m.onnx\")")]
    [InlineData("http.GetAsync(\"https://huggingface.co/{|SCA1006:evil/x|}/resolve/{|SCA1002:main|}/m.onnx\")")]
    public Task Triggers_on_what_is_not_listed(string call) => Verify.VerifyAnalyzerAsync(Program(call));

    [Theory]
    [InlineData($"HFDownloader.DownloadSnapshotAsync(\"acme/x\", \"{Commit}\")")]
    [InlineData($"HFDownloader.DownloadSnapshotAsync(args[0], \"{Commit}\")")]
    [InlineData($"http.GetAsync(\"https://huggingface.co/acme/x/resolve/{Commit}/m.onnx\")")]
    [InlineData($"http.GetAsync(\"https://github.com/acme/x/raw/{Commit}/m.onnx\")")]
    [InlineData("http.GetAsync(\"https://models.acme.example/m.onnx\")")]
    [InlineData("http.GetAsync(\"https://localhost/m.onnx\")")]
    [InlineData("http.GetAsync(\"https://example.com/orders\")")]
    public Task Does_not_trigger_on_what_is_listed_or_no_model(string call) => Verify.VerifyAnalyzerAsync(Program(call));

    [Theory]
    [InlineData(null)]
    [InlineData("""{ "policyVersion": 1 }""")]
    [InlineData("""{ "policyVersion": 1, "sources": { "default": "allow" } }""")]
    [InlineData("""{ "policyVersion": 1, "sources": { "default": "den""")]
    public Task Does_not_trigger_without_a_policy_that_denies(string? policy) => Verify.VerifyAnalyzerAsync(
        Program($"HFDownloader.DownloadSnapshotAsync(\"evil/x\", \"{Commit}\")") with { Policy = policy });

    [Fact]
    public Task Action_adds_the_source_to_the_policy() => Fix(
        $"HFDownloader.DownloadSnapshotAsync({{|SCA1006:\"evil/x\"|}}, \"{Commit}\")",
        """[{ "type": "github" }]""",
        """[{ "type": "github" }, { "type": "huggingface", "orgs": ["evil"] }]""");

    [Fact]
    public Task Action_adds_a_line_where_there_is_one_a_line() => Fix(
        "http.GetAsync(\"https://{|SCA1006:models.example|}/m.onnx\")",
        "[\n    { \"type\": \"github\" }\n  ]",
        "[\n    { \"type\": \"github\" },\n    { \"type\": \"url\", \"host\": \"models.example\" }\n  ]");

    [Fact]
    public Task Action_adds_every_source_once() => Fix(
        $"new object[] {{ HFDownloader.DownloadSnapshotAsync({{|SCA1006:\"evil/x\"|}}, \"{Commit}\"), HFDownloader.DownloadSnapshotAsync({{|SCA1006:\"evil/y\"|}}, \"{Commit}\") }}",
        "[]",
        """[{ "type": "huggingface", "orgs": ["evil"] }]""");

    private static Task Fix(string call, string before, string after)
    {
        var fixedCall = Markup.Parse(call).Text;
        return Verify.VerifyCodeFixAsync(Program(call) with { Fixed = FloatingPrograms.Text(fixedCall), Policy = Text(before), PolicyFixed = Text(after) });
    }

    private static RuleTest Program(string call) => new() { Source = FloatingPrograms.Text(call), Stubs = ["HuggingfaceHub", "HuggingFace"], IsProgram = true, Policy = Text($"[{Acme}]") };

    private static string Text(string allow) => $"{{ \"policyVersion\": 1, \"sources\": {{ \"default\": \"deny\", \"allow\": {allow} }} }}";
}
