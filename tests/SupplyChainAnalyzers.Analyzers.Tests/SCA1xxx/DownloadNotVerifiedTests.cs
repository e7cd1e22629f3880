using SupplyChainAnalyzers.Testing.Verification;
using Verify = SupplyChainAnalyzers.Testing.Verification.CSharpVerifier<SupplyChainAnalyzers.Analyzers.ModelSupplyChainAnalyzer, SupplyChainAnalyzers.CodeFixes.SCA1xxx.FloatingRevisionFixer>;

namespace SupplyChainAnalyzers.Analyzers.Tests.SCA1xxx;

public sealed class DownloadNotVerifiedTests
{
    private const string Address = "\"https://example.com/model.onnx\"";

    [Theory]
    [InlineData($$"""var bytes = await http.GetByteArrayAsync({{Address}}); object s = new InferenceSession({|SCA1033:bytes|});""")]
    [InlineData($$"""object s = new InferenceSession({|SCA1033:await http.GetByteArrayAsync({{Address}}).ConfigureAwait(false)|});""")]
    [InlineData($$"""using var response = await http.GetAsync({{Address}}); response.EnsureSuccessStatusCode(); var bytes = await response.Content.ReadAsByteArrayAsync(); object s = new InferenceSession({|SCA1033:bytes|});""")]
    [InlineData($$"""using var request = new HttpRequestMessage(HttpMethod.Get, {{Address}}); using var response = await http.SendAsync(request); object s = new InferenceSession({|SCA1033:await response.Content.ReadAsByteArrayAsync()|});""")]
    [InlineData($$"""var path = Path.Combine(unknown, "model.onnx"); await File.WriteAllBytesAsync(path, await http.GetByteArrayAsync({{Address}})); object s = new InferenceSession({|SCA1033:path|});""")]
    [InlineData($$"""await File.WriteAllBytesAsync("m.onnx", await http.GetByteArrayAsync({{Address}})); object s = new InferenceSession({|SCA1033:"m.onnx"|});""")]
    [InlineData($$"""await using (var file = File.Create(unknown)) { using var stream = await http.GetStreamAsync({{Address}}); await stream.CopyToAsync(file); } object s = new InferenceSession({|SCA1033:unknown|});""")]
    [InlineData($$"""using (var file = new FileStream("m.onnx", FileMode.Create)) { (await http.GetStreamAsync({{Address}})).CopyTo(file); } object s = new InferenceSession({|SCA1033:"m.onnx"|});""")]
    [InlineData($$"""new WebClient().DownloadFile({{Address}}, "m.onnx"); object s = new InferenceSession({|SCA1033:"m.onnx"|});""")]
    [InlineData($$"""File.WriteAllBytes("m.part", await http.GetByteArrayAsync({{Address}})); File.Move("m.part", "m.onnx"); object s = new InferenceSession({|SCA1033:"m.onnx"|});""")]
    [InlineData("""var path = await HFDownloader.DownloadFileAsync("acme/x", "model.onnx", revision: "043235d6088ecd3dd5fb5ca3592b6913fd516027"); object s = new InferenceSession({|SCA1033:path|});""")]
    [InlineData("""var stream = await WhisperGgmlDownloader.Default.{|SCA1036:GetGgmlModelAsync|}(GgmlType.Base); object s = WhisperFactory.FromStream({|SCA1033:stream|});""")]
    [InlineData($$"""var path = unknown; if (!File.Exists(path)) await Fetch(path, http); object s = new InferenceSession({|SCA1033:path|}); static async Task Fetch(string target, HttpClient client) => File.WriteAllBytes(target, await client.GetByteArrayAsync({{Address}}));""")]
    public Task Triggers_on_a_download_that_is_loaded(string statements) => Verify.VerifyAnalyzerAsync(Of(statements));

    [Theory]
    [InlineData($$"""var bytes = await http.GetByteArrayAsync({{Address}}); if (Convert.ToHexString(SHA256.HashData(bytes)) != unknown) return null; object s = new InferenceSession(bytes);""")]
    [InlineData($$"""var bytes = await http.GetByteArrayAsync({{Address}}); VerifyModel(bytes); object s = new InferenceSession(bytes);""")]
    [InlineData($$"""var text = await http.GetStringAsync({{Address}}); File.WriteAllText("settings.json", text); object s = new InferenceSession("m.onnx");""")]
    [InlineData($$"""var bytes = await http.GetByteArrayAsync("https://example.com/picture"); File.WriteAllBytes("cat.bmp", bytes); object s = new InferenceSession("m.onnx");""")]
    [InlineData($$"""var bytes = await http.GetByteArrayAsync({{Address}}); File.WriteAllBytes(Path.Combine(unknown, "a.onnx"), bytes); object s = new InferenceSession(Path.Combine(unknown, "b.onnx"));""")]
    [InlineData($$"""new Emgu.Util.FileDownloadManager().AddFile({{Address}}, "m.onnx", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"); object s = new InferenceSession("m.onnx");""")]
    [InlineData("""object s = new InferenceSession(unknown);""")]
    [InlineData("""object s = new InferenceSession(await File.ReadAllBytesAsync(unknown));""")]
    public Task Does_not_trigger_on_checked_or_unrelated_bytes(string statements) => Verify.VerifyAnalyzerAsync(Of(statements, "static void VerifyModel(byte[] bytes) { }"));

    [Fact]
    public Task Does_not_trigger_on_a_commit_that_the_lock_has() => Verify.VerifyAnalyzerAsync(
        Of($"""object s = new InferenceSession(await http.GetByteArrayAsync("https://huggingface.co/acme/fraud-finbert/resolve/{TestLock.Commit}/model.onnx"));""") with { Lock = TestLock.Hub() });

    [Fact]
    public Task Triggers_through_a_field_of_the_type() => Verify.VerifyAnalyzerAsync(Of(
        "object s = new InferenceSession({|SCA1033:_path|});",
        $$"""readonly string _path = Environment.MachineName; async Task DownloadAsync() => await File.WriteAllBytesAsync(_path, await http.GetByteArrayAsync({{Address}}));"""));

    [Fact]
    public Task Does_not_trigger_when_the_field_is_verified_elsewhere() => Verify.VerifyAnalyzerAsync(Of(
        "object s = new InferenceSession(_path);",
        $$"""readonly string _path = Environment.MachineName; async Task DownloadAsync() { var bytes = await http.GetByteArrayAsync({{Address}}); SHA256.HashData(bytes); await File.WriteAllBytesAsync(_path, bytes); }"""));

    [Fact]
    public Task Triggers_through_a_helper_of_the_type() => Verify.VerifyAnalyzerAsync(Of(
        "var path = unknown; await DownloadAsync(path); Func<object> later = () => new InferenceSession({|SCA1033:path|});",
        $$"""async Task DownloadAsync(string path) { using var file = File.OpenWrite(path); using var stream = await http.GetStreamAsync({{Address}}); await stream.CopyToAsync(file); }"""));

    [Fact]
    public Task Triggers_in_top_level_statements() => Verify.VerifyAnalyzerAsync(new RuleTest
    {
        Source = $$"""
            using System.IO;
            using System.Net.Http;
            using Microsoft.ML.OnnxRuntime;

            using var http = new HttpClient();
            var path = args.Length.ToString() + ".onnx";
            await File.WriteAllBytesAsync(path, await http.GetByteArrayAsync({{Address}}));
            using var session = new InferenceSession({|SCA1033:path|});

            """,
        Stubs = ["Microsoft.ML.OnnxRuntime"],
        IsProgram = true,
    });

    private static RuleTest Of(string statements, string members = "") => LoadingProgram.Statements(statements, members);
}
