using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PublicKey = SupplyChainAnalyzers.Scanner.Signatures.Keys.PublicKey;

namespace SupplyChainAnalyzers.Scanner.Signatures.Certificates;

/// <summary>Certificates as DER, and what a signing certificate must be made for.</summary>
internal static class LeafCertificate
{
    private const string CodeSigning = "1.3.6.1.5.5.7.3.3"; // RFC 5280 §4.2.1.12

    /// <exception cref="SignatureException">It is no certificate.</exception>
    public static X509Certificate2 Load(byte[] der)
    {
        try
        {
            var certificate = X509CertificateLoader.LoadCertificate(der);

            // Read when they are asked for, by the framework; what cannot be read is to be known here.
            _ = (certificate.NotBefore, certificate.NotAfter, certificate.Subject, certificate.Issuer, certificate.Extensions.Count);
            return certificate.RawData.AsSpan().SequenceEqual(der) ? certificate : throw Damaged("it is followed by other bytes");
        }
        catch (CryptographicException e)
        {
            throw Damaged(e.Message);
        }
    }

    /// <exception cref="SignatureException">Its key is of a kind that is not verified here.</exception>
    public static PublicKey Key(X509Certificate2 certificate)
    {
        try
        {
            return PublicKey.FromSpki(certificate.PublicKey.ExportSubjectPublicKeyInfo());
        }
        catch (CryptographicException e)
        {
            throw Damaged(e.Message);
        }
    }

    /// <summary>Whether key usage digitalSignature is set, where the certificate says anything about key usage.</summary>
    public static bool MaySign(X509Certificate2 certificate) =>
        Reading(() => certificate.Extensions.OfType<X509KeyUsageExtension>().FirstOrDefault() is { } usage && usage.KeyUsages.HasFlag(X509KeyUsageFlags.DigitalSignature));

    /// <summary>Whether extended key usage codeSigning is set.</summary>
    public static bool IsForCode(X509Certificate2 certificate) => HasUsage(certificate, CodeSigning);

    public static bool HasUsage(X509Certificate2 certificate, string usage) =>
        Reading(() => certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().Any(extension => extension.EnhancedKeyUsages.Cast<Oid>().Any(oid => oid.Value == usage)));

    /// <summary>The value of an extension, without its wrapping octet string; null when it is absent.</summary>
    public static byte[]? Extension(X509Certificate2 certificate, string identifier) =>
        certificate.Extensions.FirstOrDefault(extension => extension.Oid?.Value == identifier)?.RawData;

    /// <summary>Whether both ends of its validity include the time.</summary>
    public static bool IsValidAt(X509Certificate2 certificate, DateTimeOffset time) =>
        time.UtcDateTime >= certificate.NotBefore.ToUniversalTime() && time.UtcDateTime <= certificate.NotAfter.ToUniversalTime();

    public static SignatureException Damaged(string reason) => new(SignatureFault.Malformed, "its certificate is damaged: " + reason);

    /// <summary>Runs a reader of DER; what it cannot read is a damaged certificate.</summary>
    public static T Reading<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is AsnContentException or CryptographicException)
        {
            throw Damaged(e.Message);
        }
    }
}
