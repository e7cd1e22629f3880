using SupplyChainAnalyzers.CodeFixes.SCA1xxx;
using SupplyChainAnalyzers.Testing.Verification;
using Verify = SupplyChainAnalyzers.Testing.Verification.CSharpVerifier<SupplyChainAnalyzers.Analyzers.ModelSupplyChainAnalyzer, SupplyChainAnalyzers.CodeFixes.SCA1xxx.DownloadWithoutRevisionFixer>;

namespace SupplyChainAnalyzers.Analyzers.Tests.SCA1xxx;

public sealed class DownloadWithoutRevisionTests
{
    private const string Pinned = $"\"{TestLock.Commit}\" /* v2.1.0 @ models.lock */";

    [Theory]
    [InlineData("""HFDownloader.{|SCA1001:DownloadFileAsync|}("acme/fraud-finbert", "model.onnx")""")]
    [InlineData("""HFDownloader.{|SCA1001:DownloadSnapshotAsync|}("acme/fraud-finbert")""")]
    [InlineData("""HFDownloader.{|SCA1001:GetHuggingfaceFileUrl|}("acme/fraud-finbert", "model.onnx")""")]
    [InlineData("""HuggingfaceHub.HFDownloader.{|SCA1001:DownloadSnapshotAsync|}("acme/fraud-finbert")""")]
    [InlineData("""HFDownloader.DownloadFileAsync("acme/fraud-finbert", "model.onnx", revision: {|SCA1001:null|})""")]
    [InlineData("""HFDownloader.DownloadFileAsync("acme/fraud-finbert", "model.onnx", null, {|SCA1001:default|})""")]
    [InlineData("""HFDownloader.DownloadFileAsync("acme/fraud-finbert", "model.onnx", revision: {|SCA1001:""|})""")]
    [InlineData("""HFDownloader.DownloadFileAsync("acme/fraud-finbert", "model.onnx", revision: {|SCA1001:string.Empty|})""")]
    [InlineData("""HFDownloader.{|SCA1001:DownloadFileAsync|}(filename: "model.onnx", repoId: "acme/fraud-finbert")""")]
    [InlineData("""HFDownloader.{|SCA1001:DownloadSnapshotAsync|}(args[0])""")]
    [InlineData("""HFDownloader.{|SCA1001:DownloadSnapshotAsync|}("acme/fraud-finbert", localFilesOnly: false)""")]
    public Task Triggers_without_a_revision(string call) => Verify.VerifyAnalyzerAsync(Program(call));

    [Theory]
    [InlineData("""HFDownloader.DownloadFileAsync("acme/fraud-finbert", "model.onnx", revision: "043235d6088ecd3dd5fb5ca3592b6913fd516027")""")]
    [InlineData("""HFDownloader.DownloadFileAsync("acme/fraud-finbert", "model.onnx", null, "043235d6088ecd3dd5fb5ca3592b6913fd516027")""")]
    [InlineData("""HFDownloader.DownloadFileAsync("acme/fraud-finbert", "model.onnx", revision: args[0])""")]
    [InlineData("""HFDownloader.DownloadSnapshotAsync("acme/fraud-finbert", localFilesOnly: true)""")]
    [InlineData("""HFDownloader.DownloadSnapshotAsync("acme/fraud-finbert", endpoint: "http://localhost:8080")""")]
    [InlineData("""HFDownloader.DownloadSnapshotAsync("acme/fraud-finbert", endpoint: "http://127.0.0.1:8080/")""")]
    [InlineData("""HFDownloader.DownloadSnapshotAsync("./models/finbert")""")]
    [InlineData("""HFDownloader.DownloadSnapshotAsync("../finbert")""")]
    [InlineData("""HFDownloader.DownloadSnapshotAsync("/srv/finbert")""")]
    [InlineData("""HFDownloader.DownloadSnapshotAsync(@"C:\models\finbert")""")]
    [InlineData("""HFDownloader.GetModelInfoAsync("acme/fraud-finbert")""")]
    public Task Does_not_trigger_with_one_or_without_a_download(string call) => Verify.VerifyAnalyzerAsync(Program(call));

    [Fact]
    public Task Does_not_trigger_on_a_namesake_in_the_source() => Verify.VerifyAnalyzerAsync(new RuleTest
    {
        Source =
            """
            namespace HuggingfaceHub
            {
                class HFDownloader
                {
                    public static string DownloadSnapshotAsync(string repoId, string revision = null) => repoId;
                    string M() => DownloadSnapshotAsync("acme/fraud-finbert");
                }
            }
            """,
        Stubs = ["FastBertTokenizer"],
    });

    [Fact]
    public Task Does_not_trigger_on_an_allowed_repository() => Verify.VerifyAnalyzerAsync(
        Program("""HFDownloader.DownloadSnapshotAsync("acme/fraud-finbert")""") with { EditorConfig = new Dictionary<string, string> { ["sca.allowed_unpinned_repos"] = "other/x, acme/*" } });

    [Fact]
    public Task An_option_of_the_rule_goes_before_the_general_one() => Verify.VerifyAnalyzerAsync(
        Program("""HFDownloader.{|SCA1001:DownloadSnapshotAsync|}("acme/fraud-finbert")""") with
        {
            EditorConfig = new Dictionary<string, string> { ["sca.allowed_unpinned_repos"] = "acme/*", ["sca.SCA1001.allowed_unpinned_repos"] = "none/*" },
        });

    [Fact]
    public Task Does_not_trigger_in_tests_when_they_are_left_out() => Verify.VerifyAnalyzerAsync(
        Program("""HFDownloader.DownloadSnapshotAsync("acme/fraud-finbert")""") with
        {
            EditorConfig = new Dictionary<string, string> { ["sca.include_tests"] = "false" },
            Properties = new Dictionary<string, string> { ["IsTestProject"] = "true" },
        });

    [Fact]
    public Task Triggers_in_tests_unless_they_are_left_out() => Verify.VerifyAnalyzerAsync(
        Program("""HFDownloader.{|SCA1001:DownloadSnapshotAsync|}("acme/fraud-finbert")""") with { Properties = new Dictionary<string, string> { ["IsTestProject"] = "true" } });

    [Fact]
    public Task Triggers_in_lambdas_async_methods_and_initializers() => Verify.VerifyAnalyzerAsync(new RuleTest
    {
        Source =
            """
            using System;
            using System.Threading.Tasks;
            using HuggingfaceHub;
            class C
            {
                private readonly object _field = HFDownloader.{|SCA1001:DownloadSnapshotAsync|}("a/b");
                public object Property { get; } = HFDownloader.{|SCA1001:DownloadSnapshotAsync|}("a/b");
                public Func<object> Lambda = () => HFDownloader.{|SCA1001:DownloadSnapshotAsync|}("a/b");
                public async Task<string> M()
                {
                    async Task<string> Local() => await HFDownloader.{|SCA1001:DownloadSnapshotAsync|}("a/b").ConfigureAwait(false);
                    return await Local();
                }
            }
            """,
        Stubs = ["HuggingfaceHub"],
    });

    [Fact]
    public Task Fix_gives_the_revision_of_the_lock_by_name() => Verify.VerifyCodeFixAsync(
        Program("""HFDownloader.{|SCA1001:DownloadFileAsync|}("acme/fraud-finbert", "model.onnx")""") with
        {
            Fixed = ProgramText($"""HFDownloader.DownloadFileAsync("acme/fraud-finbert", "model.onnx", revision: {Pinned})"""),
            Lock = TestLock.Hub(),
        });

    [Theory]
    [InlineData("null")]
    [InlineData("default")]
    [InlineData("\"\"")]
    [InlineData("string.Empty")]
    public Task Fix_takes_the_place_of_nothing(string nothing) => Verify.VerifyCodeFixAsync(
        Program($$"""HFDownloader.DownloadFileAsync("acme/fraud-finbert", "model.onnx", null, {|SCA1001:{{nothing}}|}, "cache")""") with
        {
            Fixed = ProgramText($"""HFDownloader.DownloadFileAsync("acme/fraud-finbert", "model.onnx", null, {Pinned}, "cache")"""),
            Lock = TestLock.Hub(),
        });

    [Fact]
    public Task Fix_keeps_layout_and_comments() => Verify.VerifyCodeFixAsync(
        Program(
            """
            HFDownloader.{|SCA1001:DownloadFileAsync|}(
                "acme/fraud-finbert", // the model of 2025
                filename: "model.onnx"  // exported
                /* end */ )
            """) with
        {
            Fixed = ProgramText(
                $"""
                HFDownloader.DownloadFileAsync(
                    "acme/fraud-finbert", // the model of 2025
                    filename: "model.onnx", revision: {Pinned}  // exported
                    /* end */ )
                """),
            Lock = TestLock.Hub(),
        });

    [Fact]
    public Task Fix_keeps_line_ends() => Verify.VerifyCodeFixAsync(
        Program("HFDownloader.{|SCA1001:DownloadSnapshotAsync|}(\r\n    \"acme/fraud-finbert\"\r\n)") with
        {
            Fixed = ProgramText($"HFDownloader.DownloadSnapshotAsync(\r\n    \"acme/fraud-finbert\", revision: {Pinned}\r\n)"),
            Lock = TestLock.Hub(),
        });

    [Fact]
    public Task Fix_says_main_when_the_lock_knows_no_name() => Verify.VerifyCodeFixAsync(
        Program("""HFDownloader.{|SCA1001:DownloadSnapshotAsync|}("acme/fraud-finbert")""") with
        {
            Fixed = ProgramText($"""HFDownloader.DownloadSnapshotAsync("acme/fraud-finbert", revision: "{TestLock.Commit}" /* main @ models.lock */)"""),
            Lock = TestLock.Of(TestLock.Model("m", "models/m", "acme/fraud-finbert", TestLock.Commit, null, "model.onnx")),
        });

    [Fact]
    public Task Fix_never_writes_a_name_that_could_leave_its_comment() => Verify.VerifyCodeFixAsync(
        Program("""HFDownloader.{|SCA1001:DownloadSnapshotAsync|}("acme/fraud-finbert")""") with
        {
            Fixed = ProgramText($"""HFDownloader.DownloadSnapshotAsync("acme/fraud-finbert", revision: "{TestLock.Commit}")"""),
            Lock = TestLock.Hub("x */); System.Environment.Exit(1); /*"),
        });

    [Fact]
    public Task Fix_of_two_commits_goes_by_the_file() => Verify.VerifyCodeFixAsync(
        Program("""HFDownloader.{|SCA1001:DownloadFileAsync|}("acme/zoo", "b.onnx", "onnx")""") with
        {
            Fixed = ProgramText($"""HFDownloader.DownloadFileAsync("acme/zoo", "b.onnx", "onnx", revision: "{TestLock.OtherCommit}" /* v2 @ models.lock */)"""),
            Lock = TestLock.Of(
                TestLock.Model("a", "models/a", "acme/zoo", TestLock.Commit, "v1", "a.onnx"),
                TestLock.Model("b", "models/b", "acme/zoo", TestLock.OtherCommit, "v2", "onnx/b.onnx")),
        });

    [Theory]
    [InlineData("""HFDownloader.{|SCA1001:DownloadSnapshotAsync|}("acme/unknown")""")]
    [InlineData("""HFDownloader.{|SCA1001:DownloadSnapshotAsync|}(args[0])""")]
    public Task No_fix_for_what_the_lock_does_not_know(string call) => Verify.VerifyCodeFixAsync(Program(call) with { Lock = TestLock.Hub() });

    [Fact]
    public Task No_fix_when_the_lock_has_two_commits_and_nothing_tells() => Verify.VerifyCodeFixAsync(
        Program("""HFDownloader.{|SCA1001:DownloadSnapshotAsync|}("acme/zoo")""") with
        {
            Lock = TestLock.Of(
                TestLock.Model("a", "models/a", "acme/zoo", TestLock.Commit, "v1", "a.onnx"),
                TestLock.Model("b", "models/b", "acme/zoo", TestLock.OtherCommit, "v2", "b.onnx")),
        });

    [Theory]
    [InlineData(null)]
    [InlineData("{ broken")]
    public Task No_fix_without_a_lock_that_can_be_read(string? models) =>
        Verify.VerifyCodeFixAsync(Program("""HFDownloader.{|SCA1001:DownloadSnapshotAsync|}("acme/fraud-finbert")""") with { Lock = models });

    [Fact]
    public Task Fix_all_reaches_every_file_and_project() => Verify.VerifyCodeFixAsync(new RuleTest
    {
        Source = Class("A", "HFDownloader.{|SCA1001:DownloadSnapshotAsync|}(\"acme/fraud-finbert\"), HFDownloader.{|SCA1001:DownloadFileAsync|}(\"acme/fraud-finbert\", \"model.onnx\")"),
        Fixed = Class("A", $"HFDownloader.DownloadSnapshotAsync(\"acme/fraud-finbert\", revision: {Pinned}), HFDownloader.DownloadFileAsync(\"acme/fraud-finbert\", \"model.onnx\", revision: {Pinned})"),
        SecondSource = Class("B", "HFDownloader.{|SCA1001:DownloadSnapshotAsync|}(\"acme/fraud-finbert\"), HFDownloader.{|SCA1001:DownloadSnapshotAsync|}(\"acme/unknown\")"),
        SecondFixed = Class("B", $"HFDownloader.DownloadSnapshotAsync(\"acme/fraud-finbert\", revision: {Pinned}), HFDownloader.{{|SCA1001:DownloadSnapshotAsync|}}(\"acme/unknown\")"),
        OtherProjectSource = Class("C", "HFDownloader.{|SCA1001:DownloadSnapshotAsync|}(\"acme/fraud-finbert\")"),
        OtherProjectFixed = Class("C", $"HFDownloader.DownloadSnapshotAsync(\"acme/fraud-finbert\", revision: {Pinned})"),
        Stubs = ["HuggingfaceHub"],
        Lock = TestLock.Hub(),
    });

    [Fact]
    public Task Triggers_and_is_fixed_when_another_argument_does_not_compile() => Verify.VerifyCodeFixAsync(
        Program("""HFDownloader.{|SCA1001:DownloadFileAsync|}("acme/fraud-finbert", "model.onnx", progress: new {|CS0246:Unknown|}())""") with
        {
            Fixed = ProgramText($$"""HFDownloader.DownloadFileAsync("acme/fraud-finbert", "model.onnx", progress: new {|CS0246:Unknown|}(), revision: {{Pinned}})"""),
            Lock = TestLock.Hub(),
        });

    [Fact]
    public void Fixer_fixes_this_rule_alone() => Assert.Equal("SCA1001", Assert.Single(new DownloadWithoutRevisionFixer().FixableDiagnosticIds));

    private static RuleTest Program(string call) => new() { Source = ProgramText(call), Stubs = ["HuggingfaceHub"], IsProgram = true };

    private static string ProgramText(string call) => $"using HuggingfaceHub;\n\nobject result = {call};\n";

    private static string Class(string name, string calls) => $"using HuggingfaceHub;\nclass {name} {{ object[] M() => [{calls}]; }}\n";
}
