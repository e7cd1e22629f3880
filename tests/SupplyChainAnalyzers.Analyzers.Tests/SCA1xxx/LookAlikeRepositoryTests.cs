using SupplyChainAnalyzers.Testing.Verification;
using Verify = SupplyChainAnalyzers.Testing.Verification.CSharpVerifier<SupplyChainAnalyzers.Analyzers.ModelSupplyChainAnalyzer, SupplyChainAnalyzers.CodeFixes.SCA1xxx.LookAlikeRepositoryFixer>;

namespace SupplyChainAnalyzers.Analyzers.Tests.SCA1xxx;

public sealed class LookAlikeRepositoryTests
{
    private const string Commit = TestLock.Commit;

    [Theory]
    [InlineData("""HFDownloader.DownloadSnapshotAsync("{|SCA1007:m1crosoft/phi-2|}", REV)""")]
    [InlineData("""HFDownloader.DownloadFileAsync("{|SCA1007:someone/whisper-large-v3-turbo|}", "model.onnx", revision: REV)""")]
    [InlineData("""HFDownloader.DownloadFileAsync({|SCA1007:Names.Repo|}, "model.onnx", revision: REV)""")]
    [InlineData("""new ModelsClient().GetByNamespaceByRepoResolveByRevByPathAsync("mistraiai", {|SCA1007:"Mistral-7B-v0.1"|}, REV, "model.safetensors")""")]
    [InlineData("""http.GetAsync("https://huggingface.co/{|SCA1007:m1crosoft/phi-2|}/resolve/043235d6088ecd3dd5fb5ca3592b6913fd516027/model.onnx")""")]
    [InlineData("""http.GetAsync("https://huggingface.co/{|SCA1007:m1crosoft/phi-2|}/resolve/{|SCA1002:main|}/model.onnx")""")]
    [InlineData("""http.GetAsync($"https://huggingface.co/{|SCA1007:deepseek-ia/DeepSeek-R1|}/resolve/043235d6088ecd3dd5fb5ca3592b6913fd516027/{args[0]}")""")]
    public Task Triggers_on_a_look_alike(string call) => Verify.VerifyAnalyzerAsync(Program(call));

    [Theory]
    [InlineData("""HFDownloader.DownloadSnapshotAsync("microsoft/phi-2", REV)""")]
    [InlineData("""HFDownloader.DownloadSnapshotAsync("Microsoft/Phi-2", REV)""")]
    [InlineData("""HFDownloader.DownloadSnapshotAsync("acme/fraud-finbert", REV)""")]
    [InlineData("""HFDownloader.DownloadSnapshotAsync(args[0], REV)""")]
    [InlineData("""HFDownloader.DownloadSnapshotAsync("./m1crosoft/phi-2", REV)""")]
    [InlineData("""http.GetAsync("https://huggingface.co/microsoft/phi-2/resolve/043235d6088ecd3dd5fb5ca3592b6913fd516027/model.onnx")""")]
    [InlineData("""http.GetAsync("https://example.com/m1crosoft/phi-2")""")]
    [InlineData("""new[] { "m1crosoft/phi-2" }""")]
    public Task Does_not_trigger_on_others(string call) => Verify.VerifyAnalyzerAsync(Program(call));

    [Theory]
    [InlineData("sca.allowed_lookalikes", "other/x, m1crosoft/*")]
    [InlineData("sca.SCA1007.allowed_lookalikes", "m1crosoft/phi-2")]
    [InlineData("sca.trusted_orgs", "m1crosoft")]
    public Task Does_not_trigger_on_what_is_allowed(string option, string value) => Verify.VerifyAnalyzerAsync(
        Program("""HFDownloader.DownloadSnapshotAsync("m1crosoft/phi-2", REV)""") with { EditorConfig = new Dictionary<string, string> { [option] = value } });

    [Theory]
    [InlineData("""{ "type": "huggingface", "orgs": ["m1crosoft"] }""", "m1crosoft/phi-2")]
    [InlineData("""{ "type": "huggingface", "repos": ["m1crosoft/*"] }""", "m1crosoft/phi-2")]
    [InlineData("""{ "type": "huggingface" }""", "{|SCA1007:m1crosoft/phi-2|}")]
    [InlineData("""{ "type": "huggingface", "orgs": ["acme"] }""", "{|SCA1007:m1crosoft/phi-2|}")]
    public Task Does_not_trigger_on_whom_the_policy_names(string entry, string repo) => Verify.VerifyAnalyzerAsync(
        Program($"HFDownloader.DownloadSnapshotAsync(\"{repo}\", REV)") with { Policy = $$"""{ "policyVersion": 1, "sources": { "allow": [ {{entry}} ] } }""" });

    [Fact]
    public Task Triggers_in_lambdas_async_methods_and_initializers() => Verify.VerifyAnalyzerAsync(new RuleTest
    {
        Source = $$"""
            #nullable enable
            using System;
            using System.Threading.Tasks;
            using HuggingfaceHub;
            class C
            {
                private readonly object? _field = HFDownloader.DownloadSnapshotAsync("{|SCA1007:m1crosoft/phi-2|}", "{{Commit}}");
                public Func<object> Lambda = () => HFDownloader.DownloadSnapshotAsync("{|SCA1007:m1crosoft/phi-2|}", "{{Commit}}");
                public async Task<object> M() => await HFDownloader.DownloadSnapshotAsync("{|SCA1007:m1crosoft/phi-2|}", "{{Commit}}").ConfigureAwait(false);
            }
            """,
        Stubs = ["HuggingfaceHub"],
    });

    [Fact]
    public Task Triggers_when_another_argument_does_not_compile() =>
        Verify.VerifyAnalyzerAsync(Program("""HFDownloader.DownloadSnapshotAsync("{|SCA1007:m1crosoft/phi-2|}", REV, progress: new {|CS0246:Unknown|}())"""));

    [Fact]
    public Task Fix_all_writes_the_well_known_names() => Verify.VerifyCodeFixAsync(new RuleTest
    {
        Source = Class("A", "{|SCA1007:m1crosoft/phi-2|}", "{|SCA1007:micros\u043Eft/phi-4|}"),
        Fixed = Class("A", "microsoft/phi-2", "microsoft/phi-4"),
        SecondSource = Class("B", "{|SCA1007:EleuterAI/gpt-j-6b|}", "{|SCA1007:someone/whisper-large-v3-turbo|}"),
        SecondFixed = Class("B", "EleutherAI/gpt-j-6b", "{|SCA1007:someone/whisper-large-v3-turbo|}"),
        OtherProjectSource = Class("C", "{|SCA1007:metallama/Llama-3.2-1B|}", "acme/own"),
        OtherProjectFixed = Class("C", "meta-llama/Llama-3.2-1B", "acme/own"),
        Stubs = ["HuggingfaceHub"],
    });

    [Fact]
    public Task Fix_changes_an_address() => Verify.VerifyCodeFixAsync(Program(
        $$"""http.GetAsync("https://huggingface.co/{|SCA1007:m1crosoft/phi-2|}/resolve/{{Commit}}/model.onnx")""") with
    {
        Fixed = Text($$"""http.GetAsync("https://huggingface.co/microsoft/phi-2/resolve/{{Commit}}/model.onnx")"""),
    });

    private static string Class(string name, string first, string second) =>
        $"using HuggingfaceHub;\nclass {name} {{ object[] M() => [HFDownloader.DownloadSnapshotAsync(\"{first}\", \"{Commit}\"), HFDownloader.DownloadSnapshotAsync(@\"{second}\", \"{Commit}\")]; }}\n";

    private static RuleTest Program(string call) => new() { Source = Text(call), Stubs = ["HuggingfaceHub", "HuggingFace"], IsProgram = true };

    private static string Text(string call) => $$"""
        using System.Net.Http;
        using HuggingFace;
        using HuggingfaceHub;

        using var http = new HttpClient();
        object result = {{call.Replace("REV", $"\"{Commit}\"", StringComparison.Ordinal)}};

        static class Names
        {
            public const string Repo = "m1crosoft/phi-2";
        }

        """;
}
