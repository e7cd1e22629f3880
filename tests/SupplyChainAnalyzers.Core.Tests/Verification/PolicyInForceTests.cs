using System.Security.Cryptography;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Hashing;

namespace SupplyChainAnalyzers.Core.Tests.Verification;

/// <summary>Lock and policy as input: what cannot be read or believed fails.</summary>
public sealed class PolicyInForceTests : IDisposable
{
    private readonly LockedTree _tree = new();

    public PolicyInForceTests() => _tree.Declare("m", "a.gguf", Samples.Gguf());

    public void Dispose() => _tree.Dispose();

    [Fact]
    public void Faulty_lock_is_reported_at_its_place_and_verifies_nothing()
    {
        File.WriteAllText(_tree.LockPath, "{\n  \"lockVersion\": 2,\n  \"models\": {}\n}\n");

        var result = _tree.Verify();
        var finding = Assert.Single(result.Findings);
        Assert.Equal("SCA2003", finding.Finding.Rule.Id);
        Assert.Equal((Level.Error, 2), (finding.Level, finding.Finding.Region.Line));
        Assert.Equal((0, 0), (result.Models, result.Files));
    }

    [Fact]
    public void Absent_lock_is_SCA2001()
    {
        File.Delete(_tree.LockPath);

        Assert.Equal("SCA2001", Assert.Single(_tree.Verify().Findings).Finding.Rule.Id);
    }

    [Fact]
    public void Audit_mode_makes_a_message_of_a_fault()
    {
        Break();

        Assert.Equal(Level.Message, Only("SCA2104", Verify("audit")));
    }

    [Fact]
    public void Property_cannot_weaken_a_policy_file()
    {
        _tree.Write("models.policy.json", Policy("default"));
        Break();

        var findings = Verify("audit");
        Assert.Equal(Level.Error, Only("SCA2104", findings));
        Assert.Equal(Level.Message, Only("SCA5115", findings));
    }

    [Fact]
    public void Property_can_tighten_a_policy_file()
    {
        _tree.Write("models.policy.json", Policy("audit"));
        Break();

        Assert.Equal(Level.Message, Only("SCA2104", Verify(null)));
        Assert.Equal(Level.Error, Only("SCA2104", Verify("strict")));
    }

    [Fact]
    public void Mistyped_mode_is_an_error_and_judged_strictly()
    {
        Break();

        var findings = Verify("audit!");
        Assert.Equal(Level.Error, Only("SCA0004", findings));
        Assert.Equal(Level.Error, Only("SCA2104", findings));
    }

    [Fact]
    public void Faulty_policy_is_an_error_and_the_rest_is_still_verified()
    {
        _tree.Write("models.policy.json", """{ "policyVersion": 1, "mode": "audit", "frmats": {} }""");
        Break();

        var findings = Verify("audit");
        Assert.Equal(Level.Error, Only("SCA5105", findings));
        Assert.Equal(Level.Error, Only("SCA2104", findings));
    }

    [Fact]
    public void Named_policy_that_is_not_there_is_SCA5101() =>
        Assert.Equal("SCA5101", Assert.Single(_tree.Verify(request => request with { PolicyPath = _tree.At("no.json") }).Findings).Finding.Rule.Id);

    [UnixFact]
    public void Policy_that_is_a_link_to_nowhere_is_not_taken_for_none()
    {
        File.CreateSymbolicLink(_tree.PolicyPath, "gone");

        Assert.Equal("SCA5101", Assert.Single(_tree.Verify().Findings).Finding.Rule.Id);
    }

    [Fact]
    public void Required_policy_must_be_there()
    {
        var digest = Digest(Policy("default"));
        Assert.Equal("SCA5110", Assert.Single(Require(digest)).Finding.Rule.Id);

        _tree.Write("models.policy.json", Policy("strict"));
        Assert.Equal("SCA5110", Assert.Single(Require(digest)).Finding.Rule.Id);

        _tree.Write("models.policy.json", Policy("default"));
        Assert.Empty(Require(digest));
    }

    [Fact]
    public void Required_policy_may_be_one_that_is_extended()
    {
        _tree.Write("org.json", Policy("default"));
        _tree.Write("models.policy.json", """{ "policyVersion": 1, "extends": ["org.json"], "mode": "strict" }""");

        Assert.Empty(Require(Digest(Policy("default"))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("xyz")]
    public void Required_digest_that_is_none_fails(string digest)
    {
        _tree.Write("models.policy.json", Policy("default"));

        Assert.Equal("SCA5110", Assert.Single(Require(digest)).Finding.Rule.Id);
    }

    [Fact]
    public void Format_the_policy_denies_is_SCA5113_at_the_file()
    {
        _tree.Write("models.policy.json", """{ "policyVersion": 1, "formats": { "deny": ["gguf"] } }""");

        var finding = _tree.OneError(Rules.FormatNotAllowed, _tree.FileKey("m", "a.gguf"));
        Assert.Contains("formats.deny", finding.Message, StringComparison.Ordinal);
        Assert.Equal(64, finding.Sha256!.Length);
    }

    [Fact]
    public void Code_format_is_SCA3002_and_can_be_exempted_for_these_bytes()
    {
        _tree.Declare("p", "p.pkl", Samples.Pickle(), "pickle");
        var finding = Verify(null).Single(finding => finding.Finding.Rule == Rules.CodeFormat);
        Assert.Equal(Level.Warning, finding.Level);
        Assert.Equal(_tree.FileKey("p", "p.pkl"), finding.Finding.Region);

        _tree.Write("models.policy.json", $$"""
            { "policyVersion": 1, "exemptions": { "SCA3002@sha256:{{finding.Finding.Sha256}}": { "reason": "r", "author": "a", "reviewer": "b", "expires": "2026-06-30" } } }
            """);
        Assert.Equal(Level.Message, Only("SCA3002", _tree.Verify(request => request with { TodayUtc = new DateTime(2026, 6, 30) }).Findings));
        Assert.Equal(Level.Warning, Only("SCA3002", _tree.Verify(request => request with { TodayUtc = new DateTime(2026, 7, 1) }).Findings));
    }

    private static string Policy(string mode) => $$"""{ "policyVersion": 1, "mode": "{{mode}}" }""";

    private static string Digest(string text) => Hex.Of(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));

    private static Level Only(string rule, IReadOnlyList<DecidedFinding> findings) =>
        Assert.Single(findings, finding => finding.Finding.Rule.Id == rule).Level;

    private IReadOnlyList<DecidedFinding> Verify(string? mode) => _tree.Verify(request => request with { Mode = mode }).Findings;

    private IReadOnlyList<DecidedFinding> Require(string digest) =>
        _tree.Verify(request => request with { RequiredPolicySha256 = digest }).Findings;

    private void Break() => _tree.Write("models/m/a.gguf", Samples.Gguf(100, 8));
}
