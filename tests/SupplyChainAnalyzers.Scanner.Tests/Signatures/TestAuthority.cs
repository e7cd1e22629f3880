using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SupplyChainAnalyzers.Scanner.Tests.Signatures;

/// <summary>A certificate authority of two years, made for one test.</summary>
internal sealed class TestAuthority : IDisposable
{
    private readonly DateTimeOffset _now;

    public TestAuthority(string name, DateTimeOffset now, bool isAuthority = true)
    {
        _now = now;
        Certificate = Request(name, Key, isAuthority, X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.DigitalSignature).CreateSelfSigned(now.AddDays(-365), now.AddDays(365));
    }

    private TestAuthority(X509Certificate2 certificate, ECDsa key, DateTimeOffset now) => (Certificate, Key, _now) = (certificate, key, now);

    public X509Certificate2 Certificate { get; }

    public ECDsa Key { get; } = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public TestAuthority Issue(string name)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new TestAuthority(Signed(Request(name, key, isAuthority: true, X509KeyUsageFlags.KeyCertSign), -364, 364), key, _now);
    }

    /// <summary>A certificate for stamping times, and for nothing else unless asked.</summary>
    public (X509Certificate2 Certificate, ECDsa Key) Stamper(int from = -360, int to = 360, string usage = "1.3.6.1.5.5.7.3.8", bool critical = true)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = Request("CN=stamper", key, isAuthority: false, X509KeyUsageFlags.DigitalSignature);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(usage)], critical));
        return (Signed(request, from, to), key);
    }

    /// <summary>A certificate for signing, valid for so many days around now.</summary>
    public (X509Certificate2 Certificate, ECDsa Key) Leaf(string name, int from = -1, int to = 1, X509KeyUsageFlags usage = X509KeyUsageFlags.DigitalSignature, bool forCode = false, string? issuerAddress = null)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = Request(name, key, isAuthority: false, usage);
        if (forCode)
            request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.3")], critical: false));
        if (issuerAddress is not null)
            request.CertificateExtensions.Add(new X509AuthorityInformationAccessExtension([], [issuerAddress]));
        return (Signed(request, from, to), key);
    }

    public void Dispose()
    {
        Certificate.Dispose();
        Key.Dispose();
    }

    private X509Certificate2 Signed(CertificateRequest request, int from, int to) =>
        request.Create(Certificate.SubjectName, X509SignatureGenerator.CreateForECDsa(Key), _now.AddDays(from), _now.AddDays(to), RandomNumberGenerator.GetBytes(12));

    private static CertificateRequest Request(string name, ECDsa key, bool isAuthority, X509KeyUsageFlags usage)
    {
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(isAuthority, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(usage, critical: true));
        return request;
    }
}
