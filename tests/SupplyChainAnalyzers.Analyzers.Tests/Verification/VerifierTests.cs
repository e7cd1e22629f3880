using SupplyChainAnalyzers.Testing.Verification;
using Xunit.Sdk;
using Verify = SupplyChainAnalyzers.Testing.Verification.CSharpVerifier<SupplyChainAnalyzers.Analyzers.ModelSupplyChainAnalyzer, SupplyChainAnalyzers.CodeFixes.SCA1xxx.DownloadWithoutRevisionFixer>;

namespace SupplyChainAnalyzers.Analyzers.Tests.Verification;

/// <summary>A verifier that cannot fail verifies nothing.</summary>
public sealed class VerifierTests
{
    private const string Call = """HFDownloader.{|SCA1001:DownloadSnapshotAsync|}("acme/fraud-finbert")""";
    private const string Pinned = $"""HFDownloader.DownloadSnapshotAsync("acme/fraud-finbert", revision: "{TestLock.Commit}" /* v2.1.0 @ models.lock */)""";

    [Theory]
    [InlineData("""HFDownloader.DownloadSnapshotAsync("acme/fraud-finbert")""")]
    [InlineData("""HFDownloader.{|SCA1002:DownloadSnapshotAsync|}("acme/fraud-finbert")""")]
    [InlineData("""{|SCA1001:HFDownloader|}.DownloadSnapshotAsync("acme/fraud-finbert")""")]
    [InlineData("""HFDownloader.{|SCA1001:{|SCA1001:DownloadSnapshotAsync|}|}("acme/fraud-finbert")""")]
    [InlineData("""HFDownloader.{|SCA1001:DownloadSnapshotAsync|}("acme/fraud-finbert") + unknown""")]
    [InlineData("""{|SCA1001:1|}""")]
    public Task Analyzer_verification_fails_when_expectation_and_report_differ(string call) =>
        Assert.ThrowsAsync<FailException>(() => Verify.VerifyAnalyzerAsync(Test(call)));

    [Theory]
    [InlineData(Call)]
    [InlineData("""HFDownloader.DownloadSnapshotAsync("acme/fraud-finbert", revision: "x")""")]
    [InlineData("""HFDownloader.{|SCA1001:DownloadSnapshotAsync|}("acme/fraud-finbert", revision: "043235d6088ecd3dd5fb5ca3592b6913fd516027" /* v2.1.0 @ models.lock */)""")]
    public Task Fix_verification_fails_when_the_result_differs(string @fixed) =>
        Assert.ThrowsAsync<FailException>(() => Verify.VerifyCodeFixAsync(Test(Call, @fixed)));

    [Fact]
    public Task Fix_verification_fails_when_no_fix_is_offered() =>
        Assert.ThrowsAsync<FailException>(() => Verify.VerifyCodeFixAsync(Test(Call, Pinned) with { Lock = null }));

    [Fact]
    public Task Fix_verification_passes_when_all_is_as_expected() => Verify.VerifyCodeFixAsync(Test(Call, Pinned));

    [Fact]
    public void Markup_is_read_with_nesting()
    {
        var markup = Markup.Parse("a[|b{|ID1:c|}|]d");

        Assert.Equal("abcd", markup.Text);
        Assert.Equal([("ID1", 2, 3), (null, 1, 3)], markup.Expected.Select(static item => (item.Id, item.Span.Start, item.Span.End)));
    }

    [Fact]
    public void Markup_that_is_not_closed_is_a_fault() => Assert.Throws<FormatException>(static () => Markup.Parse("a[|b"));

    private static RuleTest Test(string call, string? @fixed = null) => new()
    {
        Source = Text(call),
        Fixed = @fixed is null ? null : Text(@fixed),
        Stubs = ["HuggingfaceHub"],
        IsProgram = true,
        Lock = TestLock.Hub(),
    };

    private static string Text(string call) => $"using HuggingfaceHub;\nobject result = {call};\n";
}
