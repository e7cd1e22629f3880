using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Core.Verification;
using SupplyChainAnalyzers.Scanner.Tests.Signatures;

namespace SupplyChainAnalyzers.Scanner.Tests;

/// <summary>Signatures in a whole verification: the policy decides whom to trust, the real scanner verifies. Every bundle is signed as it is tested.</summary>
public sealed class SignatureVerificationTests : IDisposable
{
    private readonly SignedTree _tree = new();

    public void Dispose() => _tree.Dispose();

    [Fact]
    public void Signature_of_a_trusted_key_is_quiet() => Assert.Empty(_tree.Sign().TrustKey("always").Rules());

    [Fact]
    public void Without_a_policy_a_signature_is_intact_and_no_more() => Assert.Equal(["SCA5011 message"], _tree.Sign().Rules());

    [Fact]
    public void Signer_of_other_models_is_not_trusted_for_this_one() => Assert.Equal(["SCA5011 message"], _tree.Sign().TrustKey(models: "pkg:huggingface/other/*").Rules());

    [Fact]
    public void Demanded_signature_needs_somebody_who_is_trusted() => Assert.Contains("SCA5003 error", _tree.Sign().TrustKey("always", "pkg:huggingface/other/*").Rules());

    [Fact]
    public void Unsigned_where_a_signature_is_demanded_is_SCA5010()
    {
        _tree.Sign().TrustKey("always").Signature = "";
        File.Delete(_tree.At("m/model.sig"));
        Assert.Equal(["SCA5010 error"], _tree.Rules());
    }

    [Fact]
    public void Unsigned_is_no_fault_where_none_is_declared()
    {
        _tree.Signature = "";
        Assert.Empty(_tree.TrustKey().Rules());
    }

    [Fact]
    public void Bundle_that_is_gone_is_SCA5010() => Assert.Equal(["SCA5010 error"], _tree.Rules());

    [Fact]
    public void Other_key_is_SCA5003()
    {
        using var other = new SignedModel();
        _tree.Sign().TrustKey().Write("key.pem", Encoding.ASCII.GetBytes(PemEncoding.WriteString("PUBLIC KEY", other.Key.Spki)));
        Assert.Equal(["SCA5003 error"], _tree.Rules());
    }

    [Fact]
    public void Key_that_is_not_there_is_SCA5013_at_its_place_in_the_policy()
    {
        _tree.Sign().TrustKey();
        File.Delete(_tree.At("key.pem"));
        var finding = Assert.Single(_tree.Verify(), static finding => finding.Finding.Rule == Rules.TrustUnusable);
        Assert.Equal((Level.Error, _tree.At("models.policy.json")), (finding.Level, finding.Finding.File));
    }

    [Fact]
    public void Key_that_is_none_is_SCA5013() => Assert.Equal(["SCA5013 error"], _tree.Sign().TrustKey().Write("key.pem", "none"u8.ToArray()).Rules());

    [Fact]
    public void Changed_file_that_the_lock_follows_is_SCA5007()
    {
        _tree.Sign().TrustKey();
        _tree.Model["weights/a.bin"] = [3, 2, 1];
        Assert.Equal(["SCA5007 error"], _tree.Rules());
    }

    [Fact]
    public void Added_file_that_the_lock_follows_is_SCA5007()
    {
        _tree.Sign().TrustKey();
        _tree.Model["weights/c.bin"] = [3, 2, 1];
        Assert.Equal(["SCA5007 error"], _tree.Rules());
    }

    [Fact]
    public void File_that_is_not_the_declared_one_has_one_finding()
    {
        _tree.Sign().TrustKey().WriteLock();
        _tree.Write("m/weights/a.bin", [3, 2, 1]);
        Assert.Equal(["SCA2104"], ModelVerifier.Verify(_tree.Request).Findings.Select(static finding => finding.Finding.Rule.Id));
    }

    [Fact]
    public void Changed_statement_is_SCA5001()
    {
        _tree.Model.Change = static bundle => bundle["dsseEnvelope"]!["payload"] = Convert.ToBase64String("{}"u8.ToArray());
        Assert.Equal(["SCA5001 error"], _tree.Sign().TrustKey().Rules());
    }

    [Theory]
    [InlineData("CN=leaf*", -1, 99, "")]
    [InlineData("CN=leaf*", -1, 2, "SCA5016 message")]
    [InlineData("CN=other", -1, 99, "SCA5004 error")]
    [InlineData("CN=leaf*", -9, -2, "SCA5005 error")]
    [InlineData("CN=leaf*", 2, 9, "SCA5005 error")]
    public void Certificate_is_judged_by_root_time_and_subject(string identity, int from, int to, string expected)
    {
        using var authority = new TestAuthority("CN=root", DateTimeOffset.UtcNow);
        Certified(authority, identity, authority.Leaf("CN=leaf of acme", from, to));
        Assert.Equal(expected, string.Join(", ", _tree.Rules()));
    }

    [Fact]
    public void Expired_certificate_is_valid_with_a_stamp_of_an_authority_that_the_policy_names()
    {
        using var authority = new TestAuthority("CN=root", DateTimeOffset.UtcNow);
        using var clock = new TestAuthority("CN=clock", DateTimeOffset.UtcNow);
        _tree.Model.Change = new TestStamp(clock.Stamper(), DateTimeOffset.UtcNow.AddDays(-50)).AddTo;
        _tree.Write("clock.pem", Encoding.ASCII.GetBytes(clock.Certificate.ExportCertificatePem()));
        Certified(authority, "*", authority.Leaf("CN=leaf", -100, -10));
        Assert.Equal(["SCA5005 error"], _tree.Rules());
        Certified(authority, "*", authority.Leaf("CN=leaf", -100, -10), """ "timestampRoots": ["clock.pem"], """);
        Assert.Empty(_tree.Rules());
        File.Delete(_tree.At("clock.pem"));
        Assert.Contains("SCA5013 error", _tree.Rules());
    }

    [Fact]
    public void Certificate_where_a_key_is_trusted_is_SCA5008()
    {
        using var authority = new TestAuthority("CN=root", DateTimeOffset.UtcNow);
        Certified(authority, "*", authority.Leaf("CN=leaf"));
        Assert.Equal(["SCA5008 error"], _tree.TrustKey().Rules());
    }

    [Fact]
    public void Other_signer_than_the_recorded_one_is_SCA5012()
    {
        _tree.Signature = """ "signature": { "type": "oms", "bundle": "model.sig", "signer": "key:0000" }, """;
        Assert.Equal(["SCA5012 error"], _tree.Sign().TrustKey().Rules());
    }

    [Fact]
    public void Files_that_the_signature_leaves_out_are_told_unless_nothing_opens_them()
    {
        _tree.Sign().TrustKey().Write("m/.gitattributes", [1]);
        Assert.Empty(_tree.Rules());
        _tree.Write("m/.github/evil.md", [1]);
        Assert.Empty(_tree.Rules());
        _tree.Write("m/.github/evil.py", [1]);
        Assert.Contains("SCA5009 warning", _tree.Rules());
    }

    [Fact]
    public void Folder_that_a_hub_keeps_beside_the_model_is_told_and_no_fault()
    {
        _tree.Sign().TrustKey().Write("m/.cache/huggingface/download/a.metadata", [1]);
        Assert.Equal(["SCA5009 warning"], _tree.Rules());
    }

    [Fact]
    public void Model_in_a_folder_with_others_is_its_declared_files()
    {
        _tree.Source = "";
        _tree.Sign().TrustKey("always", "pkg:generic/bert").Write("m/app.csproj", [1]).Write("m/notes.py", [1]);
        Assert.Empty(_tree.Rules());
    }

    [Fact]
    public void Demanded_facts_that_are_not_recorded_are_SCA5120()
    {
        _tree.Sign().Policy("{}", """ "provenance": { "require": ["source", "revision", "signer", "license"] }, """);
        var finding = Assert.Single(_tree.Verify(), static finding => finding.Finding.Rule == Rules.ProvenanceMissing);
        Assert.Contains("demands: signer, license;", finding.Finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("\"builders\": [\"https://github.com/actions/*/*\"], \"sources\": [\"git+https://github.com/acme/*@refs/tags/*\"]", "")]
    [InlineData("\"builders\": [\"https://example.com/*\"]", "SCA5015 error")]
    public void Attestation_must_say_what_the_policy_demands(string demand, string expected)
    {
        Attest([1, 2, 3], demand);
        Assert.Equal(expected, string.Join(", ", _tree.Rules()));
    }

    [SharedVectorsFact]
    public void Trusted_root_of_the_policy_takes_the_place_of_the_public_one()
    {
        const string vectors = "conformance_sigstore/intoto-with-custom-trust-root/";
        byte[] Given(string file) => File.ReadAllBytes(SharedVectors.Path(vectors + file));
        _tree.Signature = "";
        _tree.Provenance = """ "provenance": { "attestation": "build.json" }, """;
        foreach (var path in new[] { "weights/a.bin", "weights/b.bin" })
            _tree.Model.Remove(path);
        _tree.Model["config.json"] = Given("artifact");
        _tree.Write("m/build.json", Given("bundle.sigstore.json")).Write("root.json", Given("trusted_root.json"));

        Policy("");
        Assert.Equal(["SCA5006 error"], _tree.Rules());
        Policy(""" , "trustedRoot": "root.json" """);
        Assert.Empty(_tree.Rules());

        void Policy(string root) => _tree.Policy($$"""
            { "trusted": { "them": { "for": ["pkg:huggingface/acme/*"], "method": "sigstore", "issuer": "https://token.actions.githubusercontent.com",
              "identity": "https://github.com/sigstore-conformance/extremely-dangerous-public-oidc-beacon/**"{{root}} } } }
            """);
    }

    [Fact]
    public void Attestation_about_other_files_is_SCA5014()
    {
        Attest([9, 9], "");
        Assert.Equal(["SCA5014 error"], _tree.Rules().Distinct());
    }

    [Fact]
    public void Attestation_that_is_gone_is_SCA5014()
    {
        Attest([1, 2, 3], "");
        File.Delete(_tree.At("m/build.jsonl"));
        Assert.Equal(["SCA5014 error"], _tree.Rules());
    }

    [Fact]
    public void Demanded_attestation_needs_somebody_who_is_trusted()
    {
        Attest([1, 2, 3], "");
        _tree.Policy("{}", """ "provenance": { "require": ["attestation"] }, """);
        Assert.Contains("SCA5003 error", _tree.Rules());
    }

    [Fact]
    public void Trusted_signature_without_a_scanner_fails()
    {
        _tree.Sign().TrustKey().WriteLock();
        Assert.Contains(ModelVerifier.Verify(_tree.Request with { Scanner = null }).Findings, static finding => finding.Finding.Rule == Rules.ScannerFailed && finding.Level == Level.Error);
    }

    [Fact]
    public void Answer_is_remembered_until_key_bundle_policy_or_day_change()
    {
        _tree.Sign().TrustKey().WriteLock();
        var request = _tree.Request with { CacheDirectory = _tree.CacheDirectory, TodayUtc = new DateTime(2026, 3, 1) };
        Assert.Empty(ModelVerifier.Verify(request).Findings);

        var blind = request with { Scanner = _tree.Options with { DotnetPath = _tree.At("no-dotnet") } };
        Assert.DoesNotContain(ModelVerifier.Verify(blind).Findings, static finding => finding.Finding.Rule == Rules.ScannerFailed);
        Assert.Contains(ModelVerifier.Verify(blind with { TodayUtc = new DateTime(2026, 3, 2) }).Findings, static finding => finding.Finding.Rule == Rules.ScannerFailed);
        _tree.Write("key.pem", File.ReadAllBytes(_tree.At("key.pem")).Append((byte)'\n').ToArray());
        Assert.Contains(ModelVerifier.Verify(blind).Findings, static finding => finding.Finding.Rule == Rules.ScannerFailed);
    }

    [Fact]
    public void Unchanged_lock_is_asked_again_when_the_key_changes()
    {
        _tree.Sign().TrustKey().WriteLock();
        var request = _tree.Request with { CacheDirectory = _tree.CacheDirectory };
        var cache = HashCache.Open(_tree.CacheDirectory, _tree.LockPath);
        foreach (var path in Directory.GetFiles(_tree.At("m"), "*", SearchOption.AllDirectories))
            cache.Put(FileHasher.HashAll([new HashJob(path)])[0], FileStat.Of(path).Identity, InAnHour());
        cache.Save();
        Assert.Empty(ModelVerifier.Verify(request, InAnHour).Findings);
        if (UnchangedLock.Find(request) is null)
            return; // a file system that keeps no change times

        File.Delete(_tree.At("key.pem"));
        Assert.Null(UnchangedLock.Find(request));
    }

    // As if the files had lain there for an hour: what changed a moment ago is not remembered.
    private static long InAnHour() => HashCache.Now() + 3_600_000_000_000;

    // For the model file of this tree, and the two others that no format makes one.
    private void Attest(byte[] content, string demand)
    {
        using var statement = new SlsaStatement(content, "{}"u8.ToArray(), [4]);
        _tree.Signature = "";
        _tree.Provenance = """ "provenance": { "attestation": "build.jsonl" }, """;
        _tree.Write("m/build.jsonl", statement.Sign(bare: true)).Write("key.pem", Encoding.ASCII.GetBytes(statement.KeyText))
            .Policy("""{ "trusted": { "acme": { "for": ["pkg:huggingface/acme/*"], "method": "key", "keys": ["key.pem"] } } }""", $$""" "provenance": { {{demand}} }, """);
    }

    private void Certified(TestAuthority authority, string identity, (X509Certificate2 Certificate, ECDsa Key) leaf, string more = "")
    {
        _tree.Model.Certificates = [leaf.Certificate];
        _tree.Model.SigningKey = leaf.Key;
        _tree.Sign().Write("root.pem", Encoding.ASCII.GetBytes(authority.Certificate.ExportCertificatePem()))
            .Policy($$"""{ "trusted": { "acme": { "for": ["pkg:huggingface/acme/bert@*"], "method": "certificate", {{more}} "identity": "{{identity}}", "roots": ["root.pem"] } } }""");
    }
}
