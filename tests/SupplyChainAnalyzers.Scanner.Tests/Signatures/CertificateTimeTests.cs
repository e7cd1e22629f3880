using System.Text;
using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Scanning.Signatures;
using SupplyChainAnalyzers.Scanner.Signatures;
using SupplyChainAnalyzers.Scanner.Signatures.Trust;

namespace SupplyChainAnalyzers.Scanner.Tests.Signatures;

/// <summary>Certificates that have expired, and who is believed that they had not when they signed. Everything is signed and stamped anew.</summary>
public sealed class CertificateTimeTests : IDisposable
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UtcNow;

    private readonly SignedModel _model = new();
    private readonly TestAuthority _root = new("CN=root", Now);
    private readonly TestAuthority _clock = new("CN=clock", Now);

    public CertificateTimeTests() => Certify(-100, -10);

    public void Dispose()
    {
        _model.Dispose();
        _root.Dispose();
        _clock.Dispose();
    }

    [Fact]
    public void Stamp_of_a_trusted_authority_keeps_an_expired_certificate_valid()
    {
        Stamp(-50);
        var signer = Verify().Signer;
        Assert.Equal(Now.AddDays(-50).ToUnixTimeSeconds(), signer.Time?.ToUnixTimeSeconds());
        Assert.Null(signer.ValidUntil);
    }

    [Fact]
    public void Stamp_may_bring_the_certificates_between()
    {
        using var between = _clock.Issue("CN=between");
        _model.Change = new TestStamp(between.Stamper(), Now.AddDays(-50)) { Others = [between.Certificate] }.AddTo;
        Assert.True(Verify().IsValid);
    }

    [Fact]
    public void Stamp_counts_only_where_its_authority_is_named()
    {
        Stamp(-50);
        Assert.Equal(SignatureFault.Expired, Fault(named: false));
        using var other = new TestAuthority("CN=clock", Now);
        _model.Change = new TestStamp(other.Stamper(), Now.AddDays(-50)).AddTo;
        Assert.Equal(SignatureFault.NotLogged, Fault());
    }

    [Fact]
    public void Expired_certificate_without_a_stamp_is_refused() => Assert.Equal(SignatureFault.Expired, Fault());

    [Theory]
    [InlineData(-9)] // after the certificate's time: with a key that may have been stolen since
    [InlineData(-101)]
    public void Stamp_outside_of_the_certificates_time_is_refused(int day)
    {
        Stamp(day);
        Assert.Equal(SignatureFault.Expired, Fault());
    }

    [Fact]
    public void Stamp_of_tomorrow_does_not_make_a_certificate_of_tomorrow_valid()
    {
        Certify(1, 20);
        Stamp(2);
        Assert.Equal(SignatureFault.Expired, Fault());
    }

    [Fact]
    public void Stamp_of_another_signature_is_refused()
    {
        _model.Change = new TestStamp(_clock.Stamper(), Now.AddDays(-50)) { Stamped = [1, 2, 3] }.AddTo;
        Assert.Equal(SignatureFault.NotLogged, Fault());
    }

    [Fact]
    public void Stamp_by_a_certificate_that_is_not_made_for_it_is_refused()
    {
        _model.Change = new TestStamp(_clock.Stamper(usage: "1.3.6.1.5.5.7.3.3"), Now.AddDays(-50)).AddTo;
        Assert.Equal(SignatureFault.NotLogged, Fault());
        _model.Change = new TestStamp(_clock.Stamper(critical: false), Now.AddDays(-50)).AddTo;
        Assert.Equal(SignatureFault.NotLogged, Fault());
        _model.Change = new TestStamp(_clock.Leaf("CN=signer", -99, 99), Now.AddDays(-50)).AddTo;
        Assert.Equal(SignatureFault.NotLogged, Fault());
    }

    [Fact]
    public void Stamp_of_an_authority_whose_own_certificate_had_expired_is_refused()
    {
        _model.Change = new TestStamp(_clock.Stamper(-90, -60), Now.AddDays(-50)).AddTo;
        Assert.Equal(SignatureFault.NotLogged, Fault());
    }

    [Fact]
    public void Stamp_that_is_changed_after_it_was_signed_is_refused()
    {
        _model.Change = bundle =>
        {
            new TestStamp(_clock.Stamper(), Now.AddDays(-9)).AddTo(bundle);
            var stamp = bundle["verificationMaterial"]!["timestampVerificationData"]!["rfc3161Timestamps"]![0]!;
            var token = Convert.FromBase64String(stamp["signedTimestamp"]!.GetValue<string>());
            var at = token.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Now.AddDays(-9).ToString("yyyyMMddHHmmss", null)));
            Encoding.ASCII.GetBytes(Now.AddDays(-50).ToString("yyyyMMddHHmmss", null)).CopyTo(token, at);
            stamp["signedTimestamp"] = Convert.ToBase64String(token);
        };
        Assert.Equal(SignatureFault.NotLogged, Fault());
    }

    [Theory]
    [InlineData(29, true)]
    [InlineData(31, false)]
    public void End_that_is_near_is_told(int day, bool isTold)
    {
        Certify(-100, day);
        Assert.Equal(isTold, Verify().Signer.ValidUntil is not null);
    }

    [Fact]
    public void Authority_that_is_none_is_a_fault_of_the_verifier() =>
        Assert.Equal(SignatureFault.Configuration, Assert.Throws<SignatureException>(() => SignerTrust.Of([Expected(["{}"u8.ToArray()])])).Fault);

    private void Certify(int from, int to)
    {
        var (certificate, key) = _root.Leaf("CN=signer", from, to);
        _model.Certificates = [certificate];
        _model.SigningKey = key;
    }

    private void Stamp(int day) => _model.Change = new TestStamp(_clock.Stamper(), Now.AddDays(day)).AddTo;

    private Scanner.Signatures.Oms.OmsResult Verify(bool named = true) => _model.Verify(trust: SignerTrust.Of([Expected(named ? [_clock.Certificate.RawData] : [])]));

    private SignatureFault Fault(bool named = true) => Assert.Throws<SignatureException>(() => Verify(named)).Fault;

    private ExpectedSigner Expected(IReadOnlyList<byte[]> stamps) => new() { Method = SigningMethod.Certificate, Roots = [_root.Certificate.RawData], TimestampRoots = stamps };
}
