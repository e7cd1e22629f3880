using System.Security.Cryptography;
using System.Text;
using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Scanning.Signatures;
using SupplyChainAnalyzers.Scanner.Signatures;
using SupplyChainAnalyzers.Scanner.Signatures.Sigstore;
using SupplyChainAnalyzers.Scanner.Signatures.Trust;

namespace SupplyChainAnalyzers.Scanner.Tests.Signatures;

/// <summary>Several who are trusted, and nobody.</summary>
public sealed class SignerTrustTests : IDisposable
{
    private readonly SignedModel _model = new();

    public void Dispose() => _model.Dispose();

    [Fact]
    public void One_of_several_keys_is_enough()
    {
        using var other = new SignedModel();
        var result = _model.Verify(trust: SignerTrust.Of([Keys(other.Key.Spki, _model.Key.Spki)]));
        Assert.True(result.IsValid);
        Assert.StartsWith("key:", result.Signer.Recorded, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_came_nearest_says_why()
    {
        using var other = new SignedModel();
        var trust = SignerTrust.Of([new ExpectedSigner { Method = SigningMethod.Sigstore, Identity = "a", Issuer = "b" }, Keys(other.Key.Spki)]);
        Assert.Equal(SignatureFault.Untrusted, Assert.Throws<SignatureException>(() => _model.Verify(trust: trust)).Fault);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")]
    [InlineData("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n")]
    public void What_is_no_key_is_a_fault_of_the_verifier(string file) =>
        Assert.Equal(SignatureFault.Configuration, Assert.Throws<SignatureException>(() => SignerTrust.Of([new ExpectedSigner { Method = SigningMethod.Key, Keys = [Encoding.ASCII.GetBytes(file)] }])).Fault);

    [Fact]
    public void What_is_no_root_is_a_fault_of_the_verifier()
    {
        var signer = new ExpectedSigner { Method = SigningMethod.Certificate, Roots = ["{}"u8.ToArray()] };
        Assert.Equal(SignatureFault.Configuration, Assert.Throws<SignatureException>(() => SignerTrust.Of([signer])).Fault);
        var keyless = new ExpectedSigner { Method = SigningMethod.Sigstore, Identity = "a", Issuer = "b", TrustedRoot = "{}"u8.ToArray() };
        Assert.Equal(SignatureFault.Configuration, Assert.Throws<SignatureException>(() => SignerTrust.Of([keyless])).Fault);
    }

    [Fact]
    public void Nobody_trusted_proves_nobody()
    {
        var signer = _model.Verify(trust: SignerTrust.Of([])).Signer;
        Assert.False(signer.IsProven);
    }

    [Fact]
    public void Nobody_trusted_and_a_changed_statement_is_refused_where_a_certificate_shows_it()
    {
        using var authority = new TestAuthority("CN=anybody", DateTimeOffset.UtcNow);
        var (certificate, key) = authority.Leaf("CN=leaf");
        _model.Certificates = [certificate];
        _model.SigningKey = key;
        Assert.False(_model.Verify(trust: SignerTrust.Of([])).Signer.IsProven);
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        _model.SigningKey = other;
        Assert.Equal(SignatureFault.Invalid, Assert.Throws<SignatureException>(() => _model.Verify(trust: SignerTrust.Of([]))).Fault);
    }

    [Fact]
    public void Bundled_root_can_be_read_and_names_both_generations_of_the_log()
    {
        Assert.Contains(BundledRoot.Value.Logs, static log => log.Key.IsEd25519);
        Assert.Contains(BundledRoot.Value.Logs, static log => !log.Key.IsEd25519);
    }

    private static ExpectedSigner Keys(params byte[][] keys) => new() { Method = SigningMethod.Key, Keys = keys };
}
