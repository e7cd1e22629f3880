using SupplyChainAnalyzers.Testing.Verification;
using Verify = SupplyChainAnalyzers.Testing.Verification.CSharpVerifier<SupplyChainAnalyzers.Analyzers.ModelSupplyChainAnalyzer, SupplyChainAnalyzers.CodeFixes.SCA1xxx.AbbreviatedCommitFixer>;

namespace SupplyChainAnalyzers.Analyzers.Tests.SCA1xxx;

public sealed class AbbreviatedCommitTests
{
    [Theory]
    [InlineData("""HFDownloader.DownloadSnapshotAsync("acme/x", "{|SCA1004:043235d|}")""")]
    [InlineData("""HFDownloader.DownloadSnapshotAsync("acme/x", "{|SCA1004:043235d6088ecd3dd5fb5ca3592b6913fd51602|}")""")]
    [InlineData("""http.GetAsync("https://huggingface.co/acme/x/resolve/{|SCA1004:043235d6|}/m.onnx")""")]
    [InlineData("""http.GetAsync("https://raw.githubusercontent.com/acme/x/{|SCA1004:043235d6|}/m.onnx")""")]
    public Task Triggers_on_the_start_of_a_commit(string call) => Verify.VerifyAnalyzerAsync(Program(call));

    [Theory]
    [InlineData("""HFDownloader.DownloadSnapshotAsync("acme/x", "043235d6088ecd3dd5fb5ca3592b6913fd516027")""")]
    [InlineData("""http.GetAsync("https://huggingface.co/acme/x/resolve/043235d6088ecd3dd5fb5ca3592b6913fd516027/m.onnx")""")]
    [InlineData("""http.GetAsync("https://example.com/043235d6/m.onnx")""")]
    [InlineData("""http.GetAsync($"https://huggingface.co/acme/x/resolve/043235d6{args[0]}/m.onnx")""")]
    public Task Does_not_trigger_on_whole_commits_and_elsewhere(string call) => Verify.VerifyAnalyzerAsync(Program(call));

    [Fact]
    public Task Fix_expands_it_from_the_lock() => Verify.VerifyCodeFixAsync(
        Program("""new object[] { http.GetAsync("https://huggingface.co/acme/fraud-finbert/resolve/{|SCA1004:043235d|}/model.onnx"), HFDownloader.DownloadSnapshotAsync("acme/fraud-finbert", "{|SCA1004:043235D6|}") }""") with
        {
            Fixed = FloatingPrograms.Text($"new object[] {{ http.GetAsync(\"https://huggingface.co/acme/fraud-finbert/resolve/{TestLock.Commit}/model.onnx\" /* v2.1.0 @ models.lock */), HFDownloader.DownloadSnapshotAsync(\"acme/fraud-finbert\", \"{TestLock.Commit}\" /* v2.1.0 @ models.lock */) }}"),
            Lock = TestLock.Hub(),
        });

    [Fact]
    public Task No_fix_for_another_commit_than_the_one_in_the_lock()
    {
        var test = Program("""http.GetAsync("https://huggingface.co/acme/fraud-finbert/resolve/{|SCA1004:deadbee1|}/model.onnx")""") with { Lock = TestLock.Hub() };
        return Verify.VerifyCodeFixAsync(test with { Fixed = test.Source });
    }

    private static RuleTest Program(string call) => new() { Source = FloatingPrograms.Text(call), Stubs = ["HuggingfaceHub", "HuggingFace"], IsProgram = true };
}
