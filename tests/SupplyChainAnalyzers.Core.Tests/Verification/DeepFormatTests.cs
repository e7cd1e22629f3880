using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Core.Tests.Scanning;
using SupplyChainAnalyzers.Core.Verification;
using SupplyChainAnalyzers.Core.Verification.Checks;

namespace SupplyChainAnalyzers.Core.Tests.Verification;

/// <summary>Files whose first bytes do not tell. What the real scanner says of them is tested with the scanner.</summary>
public sealed class DeepFormatTests : IDisposable
{
    private readonly LockedTree _tree = new();
    private readonly FakeScan _fake = new();

    public DeepFormatTests() => _tree.Declare("p", "ok.pkl", Samples.Pickle(), "pickle");

    public void Dispose()
    {
        _tree.Dispose();
        _fake.Dispose();
    }

    [Fact]
    public void Without_a_scanner_there_is_one_SCA0003_that_names_the_first_file()
    {
        _tree.Declare("p", "q.pkl", Samples.Pickle(1), "pickle");

        var finding = Assert.Single(_tree.Verify().Findings, finding => finding.Finding.Rule == Rules.ScannerUnavailable);
        Assert.Equal(Level.Warning, finding.Level);
        Assert.Equal(_tree.FileKey("p", "ok.pkl"), finding.Finding.Region);
        Assert.Contains("'models/p/ok.pkl' and 1 more", finding.Finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Clear_formats_need_no_scanner()
    {
        using var tree = new LockedTree();
        tree.Declare("m", "a.gguf", Samples.Gguf()).Declare("m", "config.json", Samples.Json(), "json");

        Assert.Empty(tree.Verify(request => request with { Scanner = _fake.Options with { DotnetPath = "/nowhere" } }).Findings);
    }

    [Fact]
    public void Scanner_that_parsed_other_bytes_is_SCA0002_at_the_file()
    {
        var finding = Assert.Single(Verify().Findings, finding => finding.Finding.Rule == Rules.ScannerFailed);
        Assert.Equal(Level.Error, finding.Level);
        Assert.Equal((_tree.LockPath, _tree.FileKey("p", "ok.pkl"), "p"), (finding.Finding.File, finding.Finding.Region, finding.Finding.Model));
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

        var result = _tree.Verify(request => request with { Scanner = _fake.Options with { DotnetPath = _tree.At("no-dotnet") } });
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

    [Fact]
    public void Faulty_file_is_not_given_to_the_scanner()
    {
        _tree.Write("models/p/ok.pkl", Samples.Pickle(1));

        Assert.DoesNotContain(Verify().Findings, finding => finding.Finding.Rule == Rules.ScannerFailed);
    }

    [CacheFact]
    public void Remembered_answer_starts_no_scanner()
    {
        Remember(ModelFormats.Pickle, Declared().Sha256!);

        Assert.Equal(["SCA3002"], VerifyWithCache().Findings.Select(finding => finding.Finding.Rule.Id));
    }

    [CacheFact]
    public void Remembered_contradiction_is_found_again()
    {
        Remember(ModelFormats.TorchScript, Declared().Sha256!);

        _tree.OneError(Rules.FileFormat, _tree.FormatOf("p", "ok.pkl"), WithCache);
    }

    [CacheFact]
    public void Answer_about_other_bytes_is_not_remembered()
    {
        Remember(ModelFormats.Pickle, new string('a', 64));

        Assert.Contains(VerifyWithCache().Findings, finding => finding.Finding.Rule == Rules.ScannerUnavailable);
    }

    private LockedFile Declared() => _tree["p"].Files["ok.pkl"];

    private void Remember(ModelFormat format, string sha256)
    {
        var path = _tree.At("models/p/ok.pkl");
        var outcome = new HashOutcome { Path = path, Status = HashStatus.Hashed, Size = Declared().Size, Sha256 = sha256, Format = format };
        var cache = HashCache.Open(_tree.CacheDirectory, IdentifiedFormats.Scope(_tree.Request));
        cache.Put(outcome, FileStat.Of(path).Identity, HashCache.Now() + 3_600_000_000_000);
        cache.Save();
    }

    private VerificationResult Verify() => _tree.Verify(request => request with { Scanner = _fake.Options });

    private VerificationResult VerifyWithCache() => _tree.Verify(WithCache);

    // A scanner that would be missed, were it asked for.
    private VerificationRequest WithCache(VerificationRequest request) =>
        request with { CacheDirectory = _tree.CacheDirectory, Scanner = _fake.Options with { DotnetPath = _tree.At("no-dotnet") } };
}
