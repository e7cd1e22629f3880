using SupplyChainAnalyzers.Testing.Verification;
using Verify = SupplyChainAnalyzers.Testing.Verification.CSharpVerifier<SupplyChainAnalyzers.Analyzers.ModelSupplyChainAnalyzer, SupplyChainAnalyzers.CodeFixes.SCA1xxx.FloatingRevisionFixer>;

namespace SupplyChainAnalyzers.Analyzers.Tests.SCA1xxx;

public sealed class RedirectedAddressTests
{
    [Theory]
    [InlineData("""http.GetAsync("https://github.com/acme/x/releases/{|SCA1009:latest|}/download/m.onnx")""")]
    [InlineData("""http.GetAsync($"https://github.com/acme/x/releases/{|SCA1009:latest|}/download/{args[0]}.gguf")""")]
    [InlineData("""http.GetAsync("https://{|SCA1009:aka.ms|}/mlnet-resources/resnet.meta")""")]
    [InlineData("""http.GetAsync("https://{|SCA1009:bit.ly|}/whisper-base")""")]
    [InlineData("""http.GetAsync("https://{|SCA1009:tinyurl.com|}/abc/m.onnx")""")]
    public Task Triggers_on_short_links_and_newest_releases(string call) => Verify.VerifyAnalyzerAsync(Program(call));

    [Theory]
    [InlineData("""http.GetAsync("https://aka.ms/dotnet-docs")""")]
    [InlineData("""http.GetAsync("https://github.com/acme/x/releases/latest")""")]
    [InlineData("""http.GetAsync("https://github.com/acme/x/releases/latest/download/setup.exe")""")]
    [InlineData("""http.GetAsync("https://api.github.com/repos/acme/x/releases/latest")""")]
    [InlineData("""http.GetAsync("https://example.com/latest/m.onnx")""")]
    public Task Does_not_trigger_on_other_addresses(string call) => Verify.VerifyAnalyzerAsync(Program(call));

    [Fact]
    public Task Does_not_trigger_on_what_the_lock_covers() => Verify.VerifyAnalyzerAsync(
        Program("""http.GetAsync("https://aka.ms/mlnet-resources/resnet.meta")""") with { Lock = TestLock.Address("https://aka.ms/mlnet-resources/resnet.meta") });

    [Fact]
    public Task More_hosts_can_be_declared_redirectors() => Verify.VerifyAnalyzerAsync(
        Program("""http.GetAsync("https://{|SCA1009:go.acme.example|}/our-model")""") with { EditorConfig = new Dictionary<string, string> { ["sca.redirector_hosts"] = "go.*.example" } });

    private static RuleTest Program(string call) => new() { Source = FloatingPrograms.Text(call), Stubs = ["HuggingfaceHub", "HuggingFace"], IsProgram = true };
}
