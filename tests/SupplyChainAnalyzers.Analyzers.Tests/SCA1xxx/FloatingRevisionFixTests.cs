using SupplyChainAnalyzers.Testing.Verification;
using Verify = SupplyChainAnalyzers.Testing.Verification.CSharpVerifier<SupplyChainAnalyzers.Analyzers.ModelSupplyChainAnalyzer, SupplyChainAnalyzers.CodeFixes.SCA1xxx.FloatingRevisionFixer>;

namespace SupplyChainAnalyzers.Analyzers.Tests.SCA1xxx;

public sealed class FloatingRevisionFixTests
{
    private const string Floating = "https://huggingface.co/acme/fraud-finbert/resolve/{|SCA1002:main|}/model.onnx";
    private const string Fixed = $"https://huggingface.co/acme/fraud-finbert/resolve/{TestLock.Commit}/model.onnx";
    private const string Comment = "/* v2.1.0 @ models.lock */";

    [Theory]
    [InlineData("\"", "\"")]
    [InlineData("@\"", "\"")]
    [InlineData("\"\"\"", "\"\"\"")]
    [InlineData("$\"", "\"")]
    [InlineData("$@\"", "{args[0]}\"")]
    [InlineData("$\"\"\"", "\"\"\"")]
    [InlineData("\"\"\"\n    ", "\n    \"\"\"")]
    public Task Address_keeps_its_kind_of_literal(string start, string end) => Verify.VerifyCodeFixAsync(Program(
        $"http.GetAsync({start}{Floating}{end})",
        $"http.GetAsync({start}{Fixed}{end} {Comment})"));

    [Fact]
    public Task Address_in_a_utf8_literal() => Verify.VerifyCodeFixAsync(Program(
        $"http.GetAsync(Encoding.UTF8.GetString(\"{Floating}\"u8))",
        $"http.GetAsync(Encoding.UTF8.GetString(\"{Fixed}\"u8 {Comment}))"));

    [Fact]
    public Task Address_in_parts() => Verify.VerifyCodeFixAsync(Program(
        "http.GetAsync(\"https://huggingface.co/\" + \"acme/fraud-finbert/resolve/{|SCA1002:main|}\" + \"/model.onnx\")",
        $"http.GetAsync(\"https://huggingface.co/\" + \"acme/fraud-finbert/resolve/{TestLock.Commit}\" {Comment} + \"/model.onnx\")"));

    [Fact]
    public Task Address_in_more_parts_than_are_followed_one_by_one() => Verify.VerifyCodeFixAsync(Program(
        "http.GetAsync(\"h\" + \"t\" + \"t\" + \"p\" + \"s\" + \":\" + \"/\" + \"/\" + \"huggingface.co/acme/fraud-finbert/resolve\" + \"/\" + \"{|SCA1002:main|}/model.onnx\")",
        $"http.GetAsync(\"h\" + \"t\" + \"t\" + \"p\" + \"s\" + \":\" + \"/\" + \"/\" + \"huggingface.co/acme/fraud-finbert/resolve\" + \"/\" + \"{TestLock.Commit}/model.onnx\" {Comment})"));

    [Fact]
    public Task Address_with_holes_gets_its_comment_behind_the_whole() => Verify.VerifyCodeFixAsync(Program(
        "http.GetAsync($\"https://huggingface.co/acme/fraud-finbert/resolve/{|SCA1002:main|}/{args[0]}\", HttpCompletionOption.ResponseContentRead)",
        $"http.GetAsync($\"https://huggingface.co/acme/fraud-finbert/resolve/{TestLock.Commit}/{{args[0]}}\" {Comment}, HttpCompletionOption.ResponseContentRead)"));

    [Fact]
    public Task Long_name_of_a_branch_in_an_address() => Verify.VerifyCodeFixAsync(Program(
        "http.GetAsync(\"https://huggingface.co/acme/fraud-finbert/resolve/{|SCA1002:refs%2Fheads%2Fmain|}/model.onnx\")",
        $"http.GetAsync(\"{Fixed}\" {Comment})"));

    [Fact]
    public Task Revision_of_a_client() => Verify.VerifyCodeFixAsync(Program(
        "HFDownloader.DownloadFileAsync(\"acme/fraud-finbert\", \"model.onnx\", revision: \"{|SCA1002:main|}\", cacheDir: \"c\")",
        $"HFDownloader.DownloadFileAsync(\"acme/fraud-finbert\", \"model.onnx\", revision: \"{TestLock.Commit}\" {Comment}, cacheDir: \"c\")"));

    [Fact]
    public Task Revision_that_is_a_name_is_replaced_at_the_call() => Verify.VerifyCodeFixAsync(Program(
        "HFDownloader.DownloadSnapshotAsync(\"acme/fraud-finbert\", {|SCA1002:Names.Branch|})",
        $"HFDownloader.DownloadSnapshotAsync(\"acme/fraud-finbert\", \"{TestLock.Commit}\" {Comment})"));

    [Fact]
    public Task Fallback_of_a_configuration_is_pinned_and_stays_one() => Verify.VerifyCodeFixAsync(Program(
        "HFDownloader.DownloadSnapshotAsync(\"acme/fraud-finbert\", Environment.GetEnvironmentVariable(\"R\") ?? \"{|SCA1002:main|}\")",
        $"HFDownloader.DownloadSnapshotAsync(\"acme/fraud-finbert\", Environment.GetEnvironmentVariable(\"R\") ?? \"{TestLock.Commit}\" {Comment})"));

    [Fact]
    public Task Name_is_the_one_in_the_code_when_the_lock_has_none() => Verify.VerifyCodeFixAsync(Program(
        "HFDownloader.DownloadSnapshotAsync(\"acme/fraud-finbert\", \"{|SCA1002:refs/heads/release|}\")",
        $"HFDownloader.DownloadSnapshotAsync(\"acme/fraud-finbert\", \"{TestLock.Commit}\" /* release @ models.lock */)") with
    {
        Lock = TestLock.Of(TestLock.Model("m", "models/m", "acme/fraud-finbert", TestLock.Commit, null, "model.onnx")),
    });

    [Fact]
    public Task Old_comment_of_ours_is_replaced() => Verify.VerifyCodeFixAsync(Program(
        $"http.GetAsync(\"{Floating}\" /* v1.0 @ models.lock */ /* by hand */)",
        $"http.GetAsync(\"{Fixed}\" {Comment} /* by hand */)"));

    [Fact]
    public Task Repository_is_found_in_any_case() => Verify.VerifyCodeFixAsync(Program(
        "HFDownloader.DownloadSnapshotAsync(\"Acme/Fraud-FinBERT\", \"{|SCA1002:main|}\")",
        $"HFDownloader.DownloadSnapshotAsync(\"Acme/Fraud-FinBERT\", \"{TestLock.Commit}\" {Comment})"));

    [Fact]
    public Task Constant_is_pinned_where_it_is_written_once_for_all_uses() => Verify.VerifyCodeFixAsync(new RuleTest
    {
        Source = Fields(Floating, "Address", "Address"),
        Fixed = Fields(Fixed, "Address", "Address", " " + Comment),
        Lock = TestLock.Hub(),
    });

    [Fact]
    public Task Constant_of_another_file_is_pinned_there() => Verify.VerifyCodeFixAsync(new RuleTest
    {
        Source = "using System.Net.Http;\nclass C { object M(HttpClient http) => http.GetAsync(Names.Address); }",
        SecondSource = $"static class Names {{ public const string Address = \"{Floating}\"; }}",
        SecondFixed = $"static class Names {{ public const string Address = \"{Fixed}\" {Comment}; }}",
        Lock = TestLock.Hub(),
    });

    [Fact]
    public Task Constant_that_is_put_together_in_another_file_is_pinned_there() => Verify.VerifyCodeFixAsync(new RuleTest
    {
        Source = "using System.Net.Http;\nclass C { object M(HttpClient http) => http.GetAsync(Names.Address); }",
        SecondSource = "static class Names { const string Repo = \"acme/fraud-finbert\"; public const string Address = \"https://huggingface.co/\" + Repo + \"/resolve/{|SCA1002:main|}/model.onnx\"; }",
        SecondFixed = $"static class Names {{ const string Repo = \"acme/fraud-finbert\"; public const string Address = \"https://huggingface.co/\" + Repo + \"/resolve/{TestLock.Commit}/model.onnx\" {Comment}; }}",
        Lock = TestLock.Hub(),
    });

    [Theory]
    [InlineData("http.GetAsync({|SCA1002:Names.Host + Names.Rest|})")]
    [InlineData("http.GetAsync({|SCA1002:$\"https://huggingface.co/acme/fraud-finbert/resolve/{Names.Branch}/model.onnx\"|})")]
    [InlineData("http.GetAsync({|SCA1002:\"https://huggingface.co/acme/fraud-finbert\\u002fresolve/main/model.onnx\"|})")]
    [InlineData("http.GetAsync(\"https://huggingface.co/acme/unknown/resolve/{|SCA1002:main|}/model.onnx\")")]
    [InlineData("http.GetAsync($\"https://huggingface.co/{args[0]}/resolve/{|SCA1002:main|}/model.onnx\")")]
    [InlineData("http.GetAsync(\"https://huggingface.co/datasets/acme/fraud-finbert/resolve/{|SCA1002:main|}/model.onnx\")")]
    [InlineData("http.GetAsync(\"https://github.com/acme/fraud-finbert/raw/{|SCA1002:main|}/model.onnx\")")]
    [InlineData("HFDownloader.DownloadSnapshotAsync(args[0], \"{|SCA1002:main|}\")")]
    [InlineData("HFDownloader.DownloadSnapshotAsync(\"acme/fraud-finbert\", {|SCA1002:args.Length > 0 ? args[0] : Names.Branch|})")]
    public Task No_fix_where_none_is_certainly_right(string call) => Verify.VerifyCodeFixAsync(Program(call, call));

    [Fact]
    public Task Fix_all_pins_every_literal() => Verify.VerifyCodeFixAsync(Program(
        $"new object[] {{ http.GetAsync(\"{Floating}\"), HFDownloader.DownloadSnapshotAsync(\"acme/fraud-finbert\", \"{{|SCA1002:main|}}\"), http.GetAsync(new Uri(\"{Floating}\")) }}",
        $"new object[] {{ http.GetAsync(\"{Fixed}\" {Comment}), HFDownloader.DownloadSnapshotAsync(\"acme/fraud-finbert\", \"{TestLock.Commit}\" {Comment}), http.GetAsync(new Uri(\"{Fixed}\" {Comment})) }}"));

    private static RuleTest Program(string call, string after) => new()
    {
        Source = Text(call),
        Fixed = Text(after),
        Stubs = ["HuggingfaceHub"],
        IsProgram = true,
        Lock = TestLock.Hub(),
    };

    private static string Text(string call) => $$"""
        using System;
        using System.Net.Http;
        using System.Text;
        using HuggingfaceHub;

        using var http = new HttpClient();
        object result = {{call}};

        static class Names
        {
            public const string Branch = "main";
            public const string Host = "https://huggingface.co/acme/fraud-finbert";
            public const string Rest = "/resolve/main/model.onnx";
        }

        """;

    private static string Fields(string address, string first, string second, string comment = "") => $$"""
        using System.Net.Http;
        class C
        {
            private const string Address = "{{address}}"{{comment}};
            object M(HttpClient http) => http.GetAsync({{first}});
            object N(HttpClient http) => http.GetStreamAsync({{second}});
        }
        """;
}
