using SupplyChainAnalyzers.Testing.Verification;
using Verify = SupplyChainAnalyzers.Testing.Verification.CSharpVerifier<SupplyChainAnalyzers.Analyzers.ModelSupplyChainAnalyzer, SupplyChainAnalyzers.CodeFixes.SCA1xxx.DigestNotCheckedFixer>;

namespace SupplyChainAnalyzers.Analyzers.Tests.SCA1xxx;

public sealed class DigestNotCheckedTests
{
    private const string Sha = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    private const string Address = $"https://huggingface.co/acme/fraud-finbert/resolve/{TestLock.Commit}/model.onnx";

    [Theory]
    [InlineData("""torch.hub.{|SCA1034:download_url_to_file|}("https://example.com/x.dat", "x.dat")""")]
    [InlineData("""torch.hub.download_url_to_file("https://example.com/x.dat", "x.dat", {|SCA1034:null|}!)""")]
    [InlineData("""torch.hub.download_url_to_file("https://example.com/x.dat", "x.dat", {|SCA1034:""|})""")]
    [InlineData("""torch.hub.download_url_to_file("https://example.com/x.dat", "x.dat", hash_prefix: {|SCA1034:"deadbeef"|})""")]
    [InlineData("""new Emgu.Util.FileDownloadManager().{|SCA1034:AddFile|}("https://example.com/x.dat", "models")""")]
    [InlineData("""new Emgu.Util.FileDownloadManager().AddFile("https://example.com/x.dat", "models", {|SCA1034:"d41d8cd98f00b204e9800998ecf8427e"|})""")]
    [InlineData("""new {|SCA1034:Emgu.Util.DownloadableFile|}("https://example.com/x.dat", "models")""")]
    [InlineData($"""Tensorflow.Keras.Utils.data_utils.get_file("x", "https://example.com/x.dat", file_hash: {"{|SCA1034:"}"{Sha}"{"|}"})""")]
    public Task Triggers_when_no_digest_is_compared(string call) => Verify.VerifyAnalyzerAsync(Of(call));

    [Theory]
    [InlineData($"""torch.hub.download_url_to_file("https://example.com/x.dat", "x.dat", "{Sha}")""")]
    [InlineData("""torch.hub.download_url_to_file("https://example.com/x.dat", "x.dat", "0123456789abcdef0123456789abcdef")""")]
    [InlineData("""torch.hub.download_url_to_file("https://example.com/x.dat", "x.dat", unknown)""")]
    [InlineData("""torch.hub.download_url_to_file("http://localhost:8080/x.dat", "x.dat")""")]
    [InlineData($"""new Emgu.Util.FileDownloadManager().AddFile("https://example.com/x.dat", "models", "{Sha}")""")]
    [InlineData($"""new Emgu.Util.FileDownloadManager().AddFile("https://acme.s3.amazonaws.com/x/model.onnx", "models", "{Sha}")""")]
    [InlineData($"""new Emgu.Util.FileDownloadManager().AddFile("https://github.com/acme/x/raw/main/model.onnx", "models", "{Sha}")""")]
    [InlineData($"""new Emgu.Util.FileDownloadManager().AddFile("https://github.com/acme/x/releases/download/v1/model.onnx", "models", "{Sha}")""")]
    [InlineData("""new Emgu.Util.FileDownloadManager().AddFile("https://github.com/acme/x/blob/main/letters.ttf?raw=true", "fonts")""")]
    [InlineData("""Tensorflow.Keras.Utils.data_utils.get_file("x", "https://example.com/x.dat")""")]
    public Task Does_not_trigger_on_a_whole_or_unknown_digest_nor_on_what_is_no_model(string call) => Verify.VerifyAnalyzerAsync(Of(call));

    [Fact]
    public Task Option_asks_for_more_digits() => Verify.VerifyAnalyzerAsync(
        Of("""torch.hub.download_url_to_file("https://example.com/x.dat", "x.dat", {|SCA1034:"0123456789abcdef0123456789abcdef"|})""") with
        {
            EditorConfig = new Dictionary<string, string> { ["sca.SCA1034.min_hash_len"] = "64" },
        });

    [Theory]
    [InlineData($"""torch.hub.{"{|SCA1034:"}download_url_to_file{"|}"}("{Address}", "x.dat")""", $"""torch.hub.download_url_to_file("{Address}", "x.dat", hash_prefix: "{Sha}")""")]
    [InlineData($"""torch.hub.download_url_to_file("{Address}", "x.dat", {"{|SCA1034:"}"aaaa"{"|}"}, false)""", $"""torch.hub.download_url_to_file("{Address}", "x.dat", "{Sha}", false)""")]
    [InlineData($"""new Emgu.Util.FileDownloadManager().{"{|SCA1034:"}AddFile{"|}"}("{Address}", "m")""", $"""new Emgu.Util.FileDownloadManager().AddFile("{Address}", "m", sha256Hash: "{Sha}")""")]
    public Task Fix_gives_the_digest_of_the_lock(string call, string wanted) => Verify.VerifyCodeFixAsync(Of(call) with
    {
        Lock = TestLock.Hub(),
        Fixed = LoadingProgram.Text(wanted + ";"),
    });

    [Fact]
    public Task No_fix_for_a_file_the_lock_does_not_know() => Verify.VerifyCodeFixAsync(
        Of("""torch.hub.{|SCA1034:download_url_to_file|}("https://example.com/x.dat", "x.dat")""") with { Lock = TestLock.Hub() });

    private static RuleTest Of(string call) => LoadingProgram.Statements(call + ";");
}
