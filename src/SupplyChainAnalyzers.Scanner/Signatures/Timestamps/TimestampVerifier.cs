using System.Security.Cryptography.X509Certificates;
using SupplyChainAnalyzers.Scanner.Signatures.Bundles;
using SupplyChainAnalyzers.Scanner.Signatures.Certificates;
using SupplyChainAnalyzers.Scanner.Signatures.Sigstore;

namespace SupplyChainAnalyzers.Scanner.Signatures.Timestamps;

/// <summary>Verifies that a trusted authority has stamped a signature (RFC 3161 §2.3, §2.4.2).</summary>
/// <param name="authorities">Who is trusted.</param>
/// <param name="takesIntermediates">Whether a stamp may bring certificates between its own and the authority's; they prove themselves.</param>
internal sealed class TimestampVerifier(IReadOnlyList<TrustedAuthority> authorities, bool takesIntermediates = false)
{
    private const string TimeStamping = "1.3.6.1.5.5.7.3.8";

    /// <summary>Verifies every time stamp of a bundle: all that is told must be proven, and nothing told twice.</summary>
    /// <exception cref="SignatureException">One of them proves none.</exception>
    public List<DateTimeOffset> VerifyAll(SigstoreBundle bundle)
    {
        var times = bundle.Timestamps.Select(stamp => Verify(stamp, bundle.Signature)).ToList();
        return bundle.Timestamps.Select(Convert.ToBase64String).Distinct().Count() == bundle.Timestamps.Count
            ? times
            : throw ProtoJson.Malformed("it holds the same time stamp twice");
    }

    /// <summary>The proven time.</summary>
    /// <exception cref="SignatureException">It proves none.</exception>
    public DateTimeOffset Verify(byte[] tokenDer, byte[] signature)
    {
        var token = TimestampToken.Read(tokenDer);
        if (DigestNames.Strong(token.ImprintAlgorithm) is null || DigestNames.Hash(token.ImprintAlgorithm, signature) is not { } digest || !digest.AsSpan().SequenceEqual(token.Imprint))
            throw Unproven("is about another signature");

        var signer = token.Signer;
        if (DigestNames.Strong(signer.DigestAlgorithm) is not { } hash || !DigestNames.Hash(signer.DigestAlgorithm, token.Content)!.AsSpan().SequenceEqual(signer.ContentDigest))
            throw Unproven("was changed after it was signed");

        foreach (var authority in authorities.Where(authority => authority.Valid.Contains(token.Time)))
        {
            if (SignerOf(token, authority) is not { } certificate)
                continue;

            using (certificate)
            {
                if (IsTrusted(certificate, token, authority) && LeafCertificate.Key(certificate).Verify(signer.SignedAttributes, signer.Signature, hash))
                    return token.Time;
            }
        }

        throw Unproven("is not signed by a time stamp authority that is trusted for its time");
    }

    // The certificate that the signature itself names, from the token or from the root.
    private static X509Certificate2? SignerOf(TimestampToken token, TrustedAuthority authority)
    {
        var der = token.Certificates.Concat(authority.Certificates).FirstOrDefault(candidate =>
            DigestNames.Hash(token.Signer.CertificateDigestAlgorithm, candidate) is { } digest && digest.AsSpan().SequenceEqual(token.Signer.CertificateDigest));
        return der is null ? null : LeafCertificate.Load(der);
    }

    private bool IsTrusted(X509Certificate2 certificate, TimestampToken token, TrustedAuthority authority)
    {
        var isSole = certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().Any(static usage => usage is { Critical: true, EnhancedKeyUsages.Count: 1 });
        if (!isSole || !LeafCertificate.HasUsage(certificate, TimeStamping))
            return false;

        using var anchor = LeafCertificate.Load(authority.Certificates[^1]);
        var known = authority.Certificates.Take(authority.Certificates.Count - 1).Concat(takesIntermediates ? token.Certificates : []).Select(LeafCertificate.Load).ToArray();
        return CertificateChain.Build(certificate, [anchor], known, token.Time) is { Count: > 1 };
    }

    private static SignatureException Unproven(string message) => new(SignatureFault.NotLogged, "its time stamp " + message);
}
