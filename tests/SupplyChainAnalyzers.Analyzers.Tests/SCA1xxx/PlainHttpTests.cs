using SupplyChainAnalyzers.Testing.Verification;
using Verify = SupplyChainAnalyzers.Testing.Verification.CSharpVerifier<SupplyChainAnalyzers.Analyzers.ModelSupplyChainAnalyzer, SupplyChainAnalyzers.CodeFixes.SCA1xxx.PlainHttpFixer>;

namespace SupplyChainAnalyzers.Analyzers.Tests.SCA1xxx;

public sealed class PlainHttpTests
{
    [Theory]
    [InlineData("""http.GetAsync("{|SCA1005:http|}://models.acme.example/m.onnx")""")]
    [InlineData("""http.GetAsync("{|SCA1005:HTTP|}://models.acme.example:8080/m.gguf?x=1")""")]
    [InlineData("""http.GetAsync($"{|SCA1005:http|}://models.acme.example/{args[0]}.safetensors")""")]
    [InlineData("""http.GetAsync("{|SCA1005:http|}://huggingface.co/acme/x/resolve/main/vocab.txt")""")]
    [InlineData("""http.GetAsync({|SCA1005:Names.Plain + "/m.onnx"|})""")]
    [InlineData("""new WebClient().DownloadFileTaskAsync("{|SCA1005:http|}://models.acme.example/m.caffemodel", "m")""")]
    public Task Triggers_on_models_over_http(string call) => Verify.VerifyAnalyzerAsync(Program(call));

    [Theory]
    [InlineData("""http.GetAsync("https://models.acme.example/m.onnx")""")]
    [InlineData("""http.GetAsync("http://localhost/m.onnx")""")]
    [InlineData("""http.GetAsync("http://127.0.0.1:8080/m.onnx")""")]
    [InlineData("""http.GetAsync("http://[::1]:8080/m.onnx")""")]
    [InlineData("""http.GetAsync("http://models.acme.example/index.html")""")]
    [InlineData("""http.GetAsync("http://models.acme.example/api/orders")""")]
    [InlineData("""http.GetAsync("http://" + args[0] + "/m.onnx")""")]
    [InlineData("""http.GetAsync("http://huggingface.co/acme/x/resolve/main/README.md")""")]
    public Task Does_not_trigger_on_other_addresses(string call) => Verify.VerifyAnalyzerAsync(Program(call));

    [Fact]
    public Task Does_not_trigger_on_hosts_that_are_allowed() => Verify.VerifyAnalyzerAsync(
        Program("""http.GetAsync("http://models.acme.example/m.onnx")""") with { EditorConfig = new Dictionary<string, string> { ["sca.SCA1005.allow_http_hosts"] = "*.acme.example" } });

    [Fact]
    public Task Fix_writes_https_where_the_host_serves_it() => Verify.VerifyCodeFixAsync(
        Program("""new object[] { http.GetAsync("{|SCA1005:http|}://storage.googleapis.com/b/m.onnx?generation=1"), http.GetAsync("{|SCA1005:http|}://huggingface.co/acme/x/resolve/043235d6088ecd3dd5fb5ca3592b6913fd516027/m.onnx") }""") with
        {
            Fixed = FloatingPrograms.Text("""new object[] { http.GetAsync("https://storage.googleapis.com/b/m.onnx?generation=1"), http.GetAsync("https://huggingface.co/acme/x/resolve/043235d6088ecd3dd5fb5ca3592b6913fd516027/m.onnx") }"""),
        });

    [Theory]
    [InlineData("""http.GetAsync("{|SCA1005:http|}://models.acme.example/m.onnx")""")]
    [InlineData("""http.GetAsync("{|SCA1005:http|}://huggingface.co:8080/acme/x/resolve/043235d6088ecd3dd5fb5ca3592b6913fd516027/m.onnx")""")]
    public Task No_fix_where_nobody_knows_whether_the_host_serves_https(string call) => Verify.VerifyCodeFixAsync(Program(call) with { Fixed = FloatingPrograms.Text(call) });

    private static RuleTest Program(string call) => new() { Source = FloatingPrograms.Text(call), Stubs = ["HuggingfaceHub", "HuggingFace"], IsProgram = true };
}
