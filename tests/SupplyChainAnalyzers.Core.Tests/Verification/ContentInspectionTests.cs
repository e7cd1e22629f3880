using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Scanning;
using SupplyChainAnalyzers.Core.Scanning.Caching;
using SupplyChainAnalyzers.Core.Scanning.Protocol;
using SupplyChainAnalyzers.Core.Tests.Scanning;
using SupplyChainAnalyzers.Core.Verification;

namespace SupplyChainAnalyzers.Core.Tests.Verification;

/// <summary>How a verification asks the scanner and what it makes of the answers. What the real scanner says is tested with it.</summary>
public sealed class ContentInspectionTests : IDisposable
{
    private readonly LockedTree _tree = new();
    private readonly FakeScan _fake = new();

    public ContentInspectionTests() => _tree.Declare("p", "ok.pkl", Samples.Pickle(), "pickle");

    public void Dispose()
    {
        _tree.Dispose();
        _fake.Dispose();
    }

    [Fact]
    public void Without_a_scanner_there_is_one_SCA0003_that_names_the_first_file()
    {
        _tree.Declare("p", "q.pkl", Samples.Pickle(1), "pickle");

        var finding = Assert.Single(_tree.Verify(static request => request with { InspectContent = true }).Findings, finding => finding.Finding.Rule == Rules.ScannerUnavailable);
        Assert.Equal(Level.Warning, finding.Level);
        Assert.Equal(_tree.FileKey("p", "ok.pkl"), finding.Finding.Region);
        Assert.Contains("'models/p/ok.pkl' and 1 more", finding.Finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_no_loader_interprets_need_no_scanner()
    {
        using var tree = new LockedTree();
        tree.Declare("m", "weights.bin", [0x13, 0x37, 0xFE, 0xFF, 1, 2, 3, 4], "raw").Declare("m", "none", [], "empty");

        Assert.Empty(tree.Verify(request => request with { InspectContent = true, Scanner = _fake.Options with { DotnetPath = "/nowhere" } }).Findings);
    }

    [Fact]
    public void Scanner_that_parsed_other_bytes_is_SCA0002_at_the_file()
    {
        var finding = Assert.Single(Verify().Findings, finding => finding.Finding.Rule == Rules.ScannerFailed);
        Assert.Equal(Level.Error, finding.Level);
        Assert.Equal((_tree.LockPath, _tree.FileKey("p", "ok.pkl"), "p"), (finding.Finding.File, finding.Finding.Region, finding.Finding.Model));
        Assert.StartsWith("'models/p/ok.pkl' ", finding.Finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Scanner_that_crashes_is_SCA0002_for_its_file()
    {
        _tree.Declare("q", "crash.pkl", Samples.Pickle(2), "pickle");

        var findings = Verify().Findings.Where(finding => finding.Finding.Rule == Rules.ScannerFailed);
        Assert.Equal(["p", "q"], findings.Select(finding => finding.Finding.Model));
    }

    [Fact]
    public void Scanner_that_cannot_run_is_one_SCA0003()
    {
        _tree.Declare("q", "b.pkl", Samples.Pickle(2), "pickle");

        var result = _tree.Verify(request => request with { InspectContent = true, Scanner = _fake.Options with { DotnetPath = _tree.At("no-dotnet") } });
        Assert.Single(result.Findings, finding => finding.Finding.Rule == Rules.ScannerUnavailable);
    }

    [Fact]
    public void Scanner_without_isolation_is_one_SCA0008()
    {
        _tree.Declare("q", "no-isolation.pkl", Samples.Pickle(2), "pickle").Declare("q", "ok-too.pkl", Samples.Pickle(3), "pickle");

        var finding = Assert.Single(Verify().Findings, finding => finding.Finding.Rule == Rules.ScannerNotIsolated);
        Assert.Equal(Level.Message, finding.Level);
        Assert.Contains("could open other files than the scanned ones, use the network, reach other processes", finding.Finding.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(_tree.Verify().Findings, static finding => finding.Finding.Rule == Rules.ScannerNotIsolated);
    }

    [CacheFact]
    public void Missing_isolation_of_a_remembered_answer_counts_where_the_policy_demands_it()
    {
        Remember(ModelFormats.Pickle, [], Isolation.Network);
        Assert.DoesNotContain("SCA0008", Rule(VerifyWithCache()));

        _tree.Write("models.policy.json", """{ "policyVersion": 1, "scan": { "requireIsolation": true } }""");
        Assert.Contains(VerifyWithCache().Findings, static finding => finding is { Level: Level.Error } && finding.Finding.Rule == Rules.ScannerNotIsolated);
    }

    [Fact]
    public void Faulty_file_is_not_given_to_the_scanner()
    {
        _tree.Write("models/p/ok.pkl", Samples.Pickle(1));

        Assert.DoesNotContain(Verify().Findings, finding => finding.Finding.Rule == Rules.ScannerFailed);
    }

    [CacheFact]
    public void Remembered_answer_starts_no_scanner()
    {
        Remember(ModelFormats.Pickle);

        Assert.Equal(["SCA3002"], Rule(VerifyWithCache()));
    }

    [CacheFact]
    public void Remembered_findings_are_found_again_under_the_policy_of_the_day()
    {
        Remember(ModelFormats.Pickle, new ReportedFinding(Rules.TrailingData, Severity.Low, "holds more", "m", 7, "s"));

        var finding = Assert.Single(VerifyWithCache().Findings, static finding => finding.Finding.Rule == Rules.TrailingData);
        Assert.Equal((Level.Warning, "'models/p/ok.pkl' holds more", "m", 7L, "s"), (finding.Level, finding.Finding.Message, finding.Finding.Member, finding.Finding.Offset, finding.Finding.Symbol));
        Assert.Equal((_tree.LockPath, _tree.FileKey("p", "ok.pkl"), "p"), (finding.Finding.File, finding.Finding.Region, finding.Finding.Model));

        _tree.Write("models.policy.json", """{ "policyVersion": 1, "scan": { "failOn": "suspicious" } }""");
        Assert.Contains(VerifyWithCache().Findings, static finding => finding is { Level: Level.Error } && finding.Finding.Rule == Rules.TrailingData);
    }

    [CacheFact]
    public void Notes_are_left_out_and_a_rule_that_holds_often_is_said_three_times()
    {
        Remember(ModelFormats.Pickle, [
            new ReportedFinding(Rules.TrailingData, Severity.Info, "is noted"),
            .. Enumerable.Range(0, 9).Select(static i => new ReportedFinding(Rules.TrailingData, i == 8 ? Severity.High : Severity.Low, "holds " + i))]);

        var messages = VerifyWithCache().Findings.Where(static finding => finding.Finding.Rule == Rules.TrailingData).Select(static finding => finding.Finding.Message).ToList();
        Assert.Equal(3, messages.Count);
        Assert.Contains("'models/p/ok.pkl' holds 8", messages);
        Assert.Single(messages, static message => message.EndsWith(" (and 6 more of this kind; to see them: models scan)", StringComparison.Ordinal));
    }

    [CacheFact]
    public void Remembered_contradiction_is_found_again()
    {
        Remember(ModelFormats.TorchScript);

        _tree.OneError(Rules.FileFormat, _tree.FormatOf("p", "ok.pkl"), WithCache);
    }

    [CacheFact]
    public void Name_that_appears_beside_the_file_asks_anew()
    {
        Remember(ModelFormats.Pickle);
        _tree.Write("models/p/README.md", "about it");

        Assert.Contains("SCA0003", Rule(VerifyWithCache()));
    }

    [CacheFact]
    public void Another_scanner_asks_anew()
    {
        Remember(ModelFormats.Pickle);
        var other = _tree.Write("other/scanner.dll", [1]);

        Assert.Contains("SCA0003", Rule(_tree.Verify(request => WithCache(request) with { Scanner = _fake.Options with { DotnetPath = _tree.At("no-dotnet"), ScannerPath = other } })));
    }

    [CacheFact]
    public void Without_a_cache_folder_nothing_is_remembered()
    {
        Remember(ModelFormats.Pickle);

        Assert.Contains("SCA0003", Rule(_tree.Verify(request => WithCache(request) with { CacheDirectory = null })));
    }

    private static IEnumerable<string> Rule(VerificationResult result) => result.Findings.Select(static finding => finding.Finding.Rule.Id);

    private void Remember(ModelFormat format, params ReportedFinding[] findings) => Remember(format, findings, []);

    private void Remember(ModelFormat format, ReportedFinding[] findings, params string[] missing)
    {
        var declared = _tree["p"].Files["ok.pkl"];
        var cache = ScanCache.Open(_tree.CacheDirectory, _tree.LockPath, _fake.Options)!;
        var file = new ScanFile(_tree.At("models/p/ok.pkl"), declared.Sha256);
        cache.Put(ScanResults.From(file, new ScanEvent.Result("", 0, declared.Sha256!, declared.Size, format, findings)) with { MissingIsolation = missing });
        cache.Save(isWhole: true);
    }

    private VerificationResult Verify() => _tree.Verify(request => request with { InspectContent = true, Scanner = _fake.Options });

    private VerificationResult VerifyWithCache() => _tree.Verify(WithCache);

    // A scanner that would be missed, were it asked for.
    private VerificationRequest WithCache(VerificationRequest request) =>
        request with { InspectContent = true, CacheDirectory = _tree.CacheDirectory, Scanner = _fake.Options with { DotnetPath = _tree.At("no-dotnet") } };
}
