using SupplyChainAnalyzers.Testing.Verification;
using Verify = SupplyChainAnalyzers.Testing.Verification.CSharpVerifier<SupplyChainAnalyzers.Analyzers.ModelSupplyChainAnalyzer, SupplyChainAnalyzers.CodeFixes.SCA1xxx.PinCommentDiffersFixer>;

namespace SupplyChainAnalyzers.Analyzers.Tests.SCA1xxx;

public sealed class PinCommentDiffersTests
{
    private const string Repo = "acme/fraud-finbert";
    private const string Url = $"https://huggingface.co/{Repo}/resolve/";

    [Theory]
    [InlineData($"HFDownloader.DownloadSnapshotAsync(\"{Repo}\", \"{TestLock.Commit}\" {{|SCA1008:/* v1.0 @ models.lock */|}})")]
    [InlineData($"http.GetAsync(\"{Url}{TestLock.Commit}/model.onnx\" {{|SCA1008:/* v1.0 @ models.lock */|}})")]
    [InlineData($"http.GetAsync($\"{Url}{TestLock.Commit}/{{args[0]}}\" {{|SCA1008:/* v1.0 @ models.lock */|}})")]
    [InlineData($"http.GetAsync(\"{Url}{TestLock.OtherCommit}/model.onnx\" {{|SCA1008:/* v2.1.0 @ models.lock */|}})")]
    [InlineData($"HFDownloader.DownloadSnapshotAsync(\"acme/unknown\", \"{TestLock.Commit}\" {{|SCA1008:/* v2.1.0 @ models.lock */|}})")]
    public Task Triggers_on_what_the_lock_does_not_say(string call) => Verify.VerifyAnalyzerAsync(Program(call));

    [Theory]
    [InlineData($"HFDownloader.DownloadSnapshotAsync(\"{Repo}\", \"{TestLock.Commit}\" /* v2.1.0 @ models.lock */)")]
    [InlineData($"HFDownloader.DownloadSnapshotAsync(\"{Repo}\", \"{TestLock.Commit}\")")]
    [InlineData($"HFDownloader.DownloadSnapshotAsync(\"{Repo}\", \"{TestLock.Commit}\" /* v1.0, tested by hand */)")]
    [InlineData($"HFDownloader.DownloadSnapshotAsync(args[0], \"{TestLock.Commit}\" /* v1.0 @ models.lock */)")]
    [InlineData($"http.GetAsync(\"https://example.com/{TestLock.Commit}/model.onnx\" /* v1.0 @ models.lock */)")]
    public Task Does_not_trigger_on_what_agrees_or_claims_nothing(string call) => Verify.VerifyAnalyzerAsync(Program(call));

    [Fact]
    public Task Does_not_trigger_without_a_lock() => Verify.VerifyAnalyzerAsync(
        Program($"HFDownloader.DownloadSnapshotAsync(\"{Repo}\", \"{TestLock.Commit}\" /* v1.0 @ models.lock */)") with { Lock = null });

    [Fact]
    public Task Triggers_in_a_table() => Verify.VerifyAnalyzerAsync(new RuleTest
    {
        Source = $"class C {{ System.Net.Http.HttpClient _http; static readonly string[] Urls = [\"{Url}{TestLock.Commit}/model.onnx\" {{|SCA1008:/* v1.0 @ models.lock */|}}]; }}",
        Lock = TestLock.Hub(),
    });

    [Fact]
    public Task Fix_writes_the_name_and_the_commit_of_the_lock() => Verify.VerifyCodeFixAsync(
        Program($"new object[] {{ http.GetAsync(\"{Url}{TestLock.Commit}/model.onnx\" {{|SCA1008:/* v1.0 @ models.lock */|}}), http.GetAsync(\"{Url}{TestLock.OtherCommit}/model.onnx\" {{|SCA1008:/* v2.1.0 @ models.lock */|}}) }}") with
        {
            Fixed = FloatingPrograms.Text($"new object[] {{ http.GetAsync(\"{Url}{TestLock.Commit}/model.onnx\" /* v2.1.0 @ models.lock */), http.GetAsync(\"{Url}{TestLock.Commit}/model.onnx\" /* v2.1.0 @ models.lock */) }}"),
        });

    private static RuleTest Program(string call) => new() { Source = FloatingPrograms.Text(call), Stubs = ["HuggingfaceHub", "HuggingFace"], IsProgram = true, Lock = TestLock.Hub() };
}
