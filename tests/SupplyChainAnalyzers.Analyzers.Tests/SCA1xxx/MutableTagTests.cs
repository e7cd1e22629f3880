using SupplyChainAnalyzers.Testing.Verification;
using Verify = SupplyChainAnalyzers.Testing.Verification.CSharpVerifier<SupplyChainAnalyzers.Analyzers.ModelSupplyChainAnalyzer, SupplyChainAnalyzers.CodeFixes.SCA1xxx.MutableTagFixer>;

namespace SupplyChainAnalyzers.Analyzers.Tests.SCA1xxx;

public sealed class MutableTagTests
{
    [Theory]
    [InlineData("""HFDownloader.DownloadSnapshotAsync("acme/x", "{|SCA1003:v2.1.0|}")""")]
    [InlineData("""HFDownloader.DownloadSnapshotAsync("acme/x", "{|SCA1003:refs/pr/1|}")""")]
    [InlineData("""HFDownloader.DownloadSnapshotAsync("acme/x", "{|SCA1003:20240501|}")""")]
    [InlineData("""http.GetAsync("https://huggingface.co/acme/x/resolve/{|SCA1003:refs%2Fpr%2F1|}/m.onnx")""")]
    [InlineData("""http.GetAsync("https://raw.githubusercontent.com/acme/x/{|SCA1003:v1.0|}/m.onnx")""")]
    [InlineData("""http.GetAsync("https://github.com/acme/x/releases/download/{|SCA1003:v1.0|}/m.onnx")""")]
    [InlineData("""http.GetAsync("https://github.com/acme/x/releases/download/{|SCA1003:asr-models|}/m.tar.bz2")""")]
    [InlineData("""http.GetAsync($"https://github.com/acme/x/releases/download/{|SCA1003:v1.0|}/{args[0]}.gguf")""")]
    public Task Triggers_on_tags(string call) => Verify.VerifyAnalyzerAsync(Program(call));

    [Theory]
    [InlineData("""HFDownloader.DownloadSnapshotAsync("acme/x", "043235d6088ecd3dd5fb5ca3592b6913fd516027")""")]
    [InlineData("""HFDownloader.DownloadSnapshotAsync("acme/x", "043235D6088ECD3DD5FB5CA3592B6913FD516027")""")]
    [InlineData("""HFDownloader.DownloadSnapshotAsync("acme/x", args[0])""")]
    [InlineData("""HFDownloader.DownloadSnapshotAsync("acme/x", "v" + args[0])""")]
    [InlineData("""http.GetAsync("https://huggingface.co/acme/x/resolve/v1.0/README.md")""")]
    [InlineData("""http.GetAsync("https://github.com/acme/x/releases/download/v1.0/setup.exe")""")]
    [InlineData("""http.GetAsync("https://github.com/acme/x/releases/download/v1.0/tool-linux-x64.zip")""")]
    [InlineData("""http.GetAsync("https://github.com/acme/x/releases/tag/v1.0")""")]
    public Task Does_not_trigger_on_commits_and_other_files(string call) => Verify.VerifyAnalyzerAsync(Program(call));

    [Fact]
    public Task Does_not_trigger_where_tags_are_allowed() => Verify.VerifyAnalyzerAsync(
        Program("""HFDownloader.DownloadSnapshotAsync("acme/x", "v2.1.0")""") with { EditorConfig = new Dictionary<string, string> { ["sca.allow_tags"] = "true" } });

    [Fact]
    public Task Does_not_trigger_on_an_asset_whose_bytes_the_lock_has() => Verify.VerifyAnalyzerAsync(
        Program("""http.GetAsync("https://github.com/acme/x/releases/download/v1.0/m.onnx")""") with { Lock = TestLock.Asset("acme/x", "m.onnx") });

    [Fact]
    public Task Fix_writes_the_commit_of_the_lock_and_keeps_the_name() => Verify.VerifyCodeFixAsync(
        Program("""http.GetAsync("https://huggingface.co/acme/fraud-finbert/resolve/{|SCA1003:v2.1.0|}/model.onnx")""") with
        {
            Fixed = FloatingPrograms.Text($"http.GetAsync(\"https://huggingface.co/acme/fraud-finbert/resolve/{TestLock.Commit}/model.onnx\" /* v2.1.0 @ models.lock */)"),
            Lock = TestLock.Hub(),
        });

    [Fact]
    public Task Fix_all_writes_every_commit() => Verify.VerifyCodeFixAsync(
        Program("""new object[] { HFDownloader.DownloadSnapshotAsync("acme/fraud-finbert", "{|SCA1003:v1|}"), HFDownloader.DownloadSnapshotAsync("acme/fraud-finbert", "{|SCA1003:v2.1.0|}") }""") with
        {
            Fixed = FloatingPrograms.Text($"new object[] {{ HFDownloader.DownloadSnapshotAsync(\"acme/fraud-finbert\", \"{TestLock.Commit}\" /* v2.1.0 @ models.lock */), HFDownloader.DownloadSnapshotAsync(\"acme/fraud-finbert\", \"{TestLock.Commit}\" /* v2.1.0 @ models.lock */) }}"),
            Lock = TestLock.Hub(),
        });

    private static RuleTest Program(string call) => new() { Source = FloatingPrograms.Text(call), Stubs = ["HuggingfaceHub", "HuggingFace"], IsProgram = true };
}
