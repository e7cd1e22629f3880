using SupplyChainAnalyzers.Testing.Verification;
using Verify = SupplyChainAnalyzers.Testing.Verification.CSharpVerifier<SupplyChainAnalyzers.Analyzers.ModelSupplyChainAnalyzer, SupplyChainAnalyzers.CodeFixes.SCA1xxx.FloatingRevisionFixer>;

namespace SupplyChainAnalyzers.Analyzers.Tests.Written;

/// <summary>The address of a model is judged where it is written as data, and nowhere else.</summary>
public sealed class WrittenAddressesTests
{
    private const string Url = "\"https://huggingface.co/acme/x/resolve/main/m.onnx\"";
    private const string Flagged = "\"https://huggingface.co/acme/x/resolve/{|SCA1002:main|}/m.onnx\"";

    [Theory]
    [InlineData("static readonly string[] Urls = { URL };")]
    [InlineData("static readonly string[] Urls = [URL];")]
    [InlineData("static readonly Uri[] Urls = [new Uri(URL), new(URL)];")]
    [InlineData("static readonly List<string> Urls = new() { URL };")]
    [InlineData("static readonly Dictionary<string, string> Urls = new() { [\"a\"] = URL };")]
    [InlineData("static readonly Dictionary<string, string> Urls = new() { { \"b\", URL } };")]
    [InlineData("static readonly (string Name, string Url)[] Urls = [(\"a\", URL)];")]
    [InlineData("static readonly Model[] Models = [new(\"a\", URL), new Model(\"b\", Url: URL)];")]
    [InlineData("static readonly object[] Models = [new { Url = URL }];")]
    [InlineData("static readonly Options Defaults = new() { ModelUrl = URL };")]
    [InlineData("static readonly IReadOnlyDictionary<string, Model> Models = new Dictionary<string, Model> { [\"a\"] = new Model(\"a\", URL) };")]
    [InlineData("public string ModelUrl { get; set; } = URL;")]
    [InlineData("public string ModelUrl => URL;")]
    [InlineData("internal const string ModelUrl = URL;")]
    [InlineData("string UrlOf(string name) => name switch { \"a\" => URL, \"b\" => URL, _ => throw new ArgumentException(name) };")]
    [InlineData("string UrlOf(string name) { switch (name) { case \"a\": return URL; default: return null; } }")]
    [InlineData("string UrlOf(string name) { string url; switch (name) { case \"a\": url = URL; break; default: url = URL; break; } return url; }")]
    [InlineData("IEnumerable<string> All() { yield return URL; }")]
    [InlineData("Task Load(string url = URL) => DownloadAsync(url);")]
    [InlineData("Task Load() => DownloadAsync(URL);")]
    [InlineData("Task Load() { var url = URL; return DownloadAsync(url); }")]
    [InlineData("Task Load(string url) { url = url ?? URL; return DownloadAsync(url); }")]
    [InlineData("void Fill(Options options) { options.ModelUrl = URL; }")]
    [InlineData("void Fill(List<string> list) { list.Add(URL); }")]
    [InlineData("Options Change(Options options) => options with { ModelUrl = URL };")]
    [InlineData("void Use() { Require(\"m\", URL); } void Require(string name, string url) { if (name.Length > 0) DownloadAsync(url).Wait(); }")]
    [InlineData("void Use() { Require(url: URL, name: \"m\"); void Require(string name, string url) => DownloadAsync($\"{url}?n={name}\").Wait(); }")]
    [InlineData("const string QwenImageUrl = URL; string GetQwenImage() => QwenImageUrl;")]
    [InlineData("static readonly string[] LexiconUrls = [URL];")]
    [InlineData("private readonly string _url; C() { _url = URL; } Task Load() => DownloadAsync(_url);")]
    [InlineData("static readonly string[] Urls = Make(URL); static string[] Make(string start) => [start];")]
    [InlineData("const string Host = \"https://huggingface.co\"; string UrlOf(string repo, string file) => $\"{Host}/{repo}/resolve/{|SCA1002:main|}/{file}\";")]
    [InlineData("const string Host = \"https://huggingface.co\"; string UrlOf(string repo, string file) => Host + \"/\" + repo + \"/resolve/{|SCA1002:main|}/\" + file;")]
    [InlineData("string UrlOf(string repo, string file) => $\"https://huggingface.co/{repo}/resolve/{|SCA1002:main|}/{file}\";")]
    public Task Triggers_on_data(string member) => Verify.VerifyAnalyzerAsync(Program(member.Replace("URL", Flagged, StringComparison.Ordinal)));

    [Theory]
    [InlineData("string Docs => URL;")]
    [InlineData("string MODELIcon => URL;")]
    [InlineData("string model_docs => URL;")]
    [InlineData("void Show() { Upload(URL); } void Upload(string url) { }")]
    [InlineData("void Show() { Open(URL); } void Open(string url) { System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(url) { UseShellExecute = true }); }")]
    [InlineData("void Show() { Ask(\"a\", URL); } void Ask(string url, string help) { Console.WriteLine(help); DownloadAsync(url).Wait(); }")]
    [InlineData("const string LicenseUrl = URL;")]
    [InlineData("static readonly string[] DocsUrls = [URL];")]
    [InlineData("const string Unused = URL; void Show() { Console.WriteLine(Unused); }")]
    [InlineData("void Show() { Console.WriteLine(URL); }")]
    [InlineData("void Show() { System.Diagnostics.Process.Start(URL); }")]
    [InlineData("void Show() { throw new InvalidOperationException(URL); }")]
    [InlineData("void Show() { throw new HelpfulException(URL); }")]
    [InlineData("bool Is(string url) => url == URL;")]
    [InlineData("bool Is(string url) => url.StartsWith(URL);")]
    [InlineData("bool Is(string url) => url is URL;")]
    [InlineData("string Text(string url) => url.Replace(URL, \"\");")]
    [InlineData("[Obsolete(URL)] void Old() { }")]
    [InlineData("void Show() { Open(URL); } void Open(string url) { }")]
    [InlineData("void Show() { var url = URL; Console.WriteLine(url); }")]
    [InlineData("object Show() => new Link { Href = URL };")]
    [InlineData("const string Help = \"see https://huggingface.co/acme/x/resolve/main/m.onnx\";")]
    [InlineData("// \"https://huggingface.co/acme/x/resolve/main/m.onnx\"")]
    [InlineData("string UrlOf(string host, string file) => $\"{host}/x/y/resolve/main/{file}\";")]
    [InlineData("bool Is(string url) => url == Normal(URL); string Normal(string url) => url.Trim();")]
    public Task Does_not_trigger_on_links(string member) => Verify.VerifyAnalyzerAsync(Program(member.Replace("URL", Url, StringComparison.Ordinal)));

    [Fact]
    public Task Does_not_trigger_where_nothing_can_be_downloaded() => Verify.VerifyAnalyzerAsync(new RuleTest { Source = $"class C {{ public const string ModelUrl = {Url}; }}" });

    [Fact]
    public Task Triggers_beside_a_package_for_models() => Verify.VerifyAnalyzerAsync(
        new RuleTest { Source = $"class C {{ public const string ModelUrl = {Flagged}; }}", Stubs = ["Microsoft.ML.OnnxRuntime"] });

    [Fact]
    public Task Does_not_trigger_in_a_test_project() => Verify.VerifyAnalyzerAsync(
        Program($"public const string ModelUrl = {Url};") with { Properties = new Dictionary<string, string> { ["IsTestProject"] = "true" } });

    [Fact]
    public Task Does_not_trigger_in_generated_code() => Verify.VerifyAnalyzerAsync(
        new RuleTest { Source = $"// <auto-generated/>\nclass C {{ public const string ModelUrl = {Url}; System.Net.Http.HttpClient Http; }}" });

    [Fact]
    public Task Can_be_suppressed() => Verify.VerifyAnalyzerAsync(
        Program($"\n#pragma warning disable SCA1002\npublic const string ModelUrl = {Url};\n#pragma warning restore SCA1002\n"));

    [Fact]
    public Task A_table_is_judged_once_although_its_entries_reach_a_download() => Verify.VerifyAnalyzerAsync(Program(
        $$"""
        static readonly string[] Urls = [{{Flagged}}, {{Flagged}}];
        async Task All(HttpClient http) { foreach (var url in Urls) await http.GetByteArrayAsync(url); await http.GetByteArrayAsync(Urls[0]); }
        """));

    [Fact]
    public Task Broken_code_is_left_alone() => Verify.VerifyAnalyzerAsync(
        Program($"static readonly Missing[] Models = [new Missing({Url})];") with { IgnoreCompilerErrors = true });

    private static RuleTest Program(string member) => new()
    {
        Source = $$"""
            using System;
            using System.Collections.Generic;
            using System.Net.Http;
            using System.Threading.Tasks;

            #nullable enable annotations
            record Model(string Name, string Url);
            record Options { public string ModelUrl { get; set; } = ""; }
            class Link { public string Href { get; set; } = ""; }
            class HelpfulException : Exception { public HelpfulException(string help) : base(help) { } }
            class C
            {
                {{member}}
                static Task DownloadAsync(string url) => new HttpClient().GetByteArrayAsync(url);
            }
            """,
    };
}
