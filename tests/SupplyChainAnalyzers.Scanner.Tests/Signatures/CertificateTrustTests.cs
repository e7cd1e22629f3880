using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SupplyChainAnalyzers.Scanner.Signatures;
using SupplyChainAnalyzers.Scanner.Signatures.Trust;

namespace SupplyChainAnalyzers.Scanner.Tests.Signatures;

/// <summary>Signatures with a certificate: each fault stands in a chain that is right but for it.</summary>
public sealed class CertificateTrustTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly SignedModel _model = new();
    private readonly TestAuthority _root = new("CN=root", Now);
    private readonly TestAuthority _intermediate;

    public CertificateTrustTests() => _intermediate = _root.Issue("CN=intermediate");

    public void Dispose()
    {
        _model.Dispose();
        _intermediate.Dispose();
        _root.Dispose();
    }

    [Fact]
    public void Chain_to_the_trusted_root_is_valid()
    {
        Sign(_intermediate.Leaf("CN=signer"));
        var signer = _model.Verify(trust: Trust()).Signer;
        Assert.Equal(("certificate", "CN=signer", "CN=root"), (signer.Method, signer.Name, signer.Issuer));
    }

    [Fact]
    public void Bad_cert_expired_is_refused_now_and_taken_at_its_own_time()
    {
        Sign(_intermediate.Leaf("CN=signer", from: -300, to: -10));
        Refused(SignatureFault.Expired);
        Assert.True(_model.Verify(trust: new CertificateTrust([_root.Certificate.RawData], now: null)).IsValid);
    }

    [Fact]
    public void Bad_cert_notyet_is_refused()
    {
        Sign(_intermediate.Leaf("CN=signer", from: 10, to: 20));
        Refused(SignatureFault.Expired);
    }

    [Fact]
    public void Bad_cert_usage_is_refused()
    {
        Sign(_intermediate.Leaf("CN=signer", usage: X509KeyUsageFlags.KeyEncipherment));
        Refused(SignatureFault.Untrusted);
    }

    [Fact]
    public void Code_signing_is_usage_enough()
    {
        Sign(_intermediate.Leaf("CN=signer", usage: X509KeyUsageFlags.KeyEncipherment, forCode: true));
        Assert.True(_model.Verify(trust: Trust()).IsValid);
    }

    [Fact]
    public void Chain_to_another_root_of_the_same_name_is_refused()
    {
        using var impostor = new TestAuthority("CN=root", Now);
        Sign(_intermediate.Leaf("CN=signer"));
        Assert.Equal(SignatureFault.Untrusted, Fault(new CertificateTrust([impostor.Certificate.RawData], Now)));
    }

    [Fact]
    public void Root_that_the_bundle_brings_is_not_trusted()
    {
        using var other = new TestAuthority("CN=other", Now);
        Sign(_intermediate.Leaf("CN=signer"), _intermediate.Certificate, _root.Certificate);
        Assert.Equal(SignatureFault.Untrusted, Fault(new CertificateTrust([other.Certificate.RawData], Now)));
    }

    [Fact]
    public void Missing_intermediate_is_refused()
    {
        var (leaf, key) = _intermediate.Leaf("CN=signer");
        _model.Certificates = [leaf];
        _model.SigningKey = key;
        Refused(SignatureFault.Untrusted);
    }

    [Fact]
    public void Bad_cert_swapped_does_not_fit_the_signature()
    {
        Sign(_intermediate.Leaf("CN=signer"));
        _model.Certificates = [_intermediate.Leaf("CN=signer").Certificate, _intermediate.Certificate];
        Refused(SignatureFault.Invalid);
    }

    [Fact]
    public void Self_signed_certificate_that_is_trusted_itself_is_valid()
    {
        using var self = new TestAuthority("CN=self", Now, isAuthority: false);
        _model.Certificates = [self.Certificate];
        _model.SigningKey = self.Key;
        Assert.True(_model.Verify(trust: new CertificateTrust([self.Certificate.RawData], Now)).IsValid);
    }

    [Fact]
    public void Subject_that_the_policy_does_not_name_is_refused()
    {
        Sign(_intermediate.Leaf("CN=signer"));
        Assert.Equal(SignatureFault.WrongIdentity, Fault(new CertificateTrust([_root.Certificate.RawData], Now, static subject => subject == "CN=other")));
    }

    [Fact]
    public void Without_a_trusted_certificate_nothing_is_trusted() =>
        Assert.Equal(SignatureFault.Configuration, Assert.Throws<SignatureException>(static () => new CertificateTrust([], Now)).Fault);

    [Fact]
    public void Bare_key_is_refused_where_a_certificate_is_trusted() => Assert.Equal(SignatureFault.WrongMethod, Fault(Trust()));

    private CertificateTrust Trust() => new([_root.Certificate.RawData], Now);

    private void Sign((X509Certificate2 Certificate, ECDsa Key) leaf, params X509Certificate2[] others)
    {
        _model.Certificates = [leaf.Certificate, .. others.Length == 0 ? [_intermediate.Certificate] : others];
        _model.SigningKey = leaf.Key;
    }

    private void Refused(SignatureFault fault) => Assert.Equal(fault, Fault(Trust()));

    private SignatureFault Fault(ISignerTrust trust) => Assert.Throws<SignatureException>(() => _model.Verify(trust: trust)).Fault;
}
