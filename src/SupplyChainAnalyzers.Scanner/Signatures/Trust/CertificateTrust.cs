using System.Security.Cryptography.X509Certificates;
using SupplyChainAnalyzers.Scanner.Signatures.Bundles;
using SupplyChainAnalyzers.Scanner.Signatures.Certificates;

namespace SupplyChainAnalyzers.Scanner.Signatures.Trust;

/// <summary>
/// Signed with a certificate that chains to a trusted one (OMS 1.0 §4.1, §8.2). The specification demands that the certificate is
/// valid when it is verified; the reference takes any time within its validity, which accepts expired ones.
/// </summary>
internal sealed class CertificateTrust : ISignerTrust
{
    private readonly IReadOnlyList<X509Certificate2> _anchors;
    private readonly DateTimeOffset? _now;
    private readonly Func<string, bool>? _acceptsSubject;

    /// <param name="anchors">DER of trusted certificates; at least one.</param>
    /// <param name="now">When it must be valid; null for its own first moment, as the reference has it.</param>
    /// <param name="acceptsSubject">Narrows the subject of the leaf; null takes any.</param>
    /// <exception cref="SignatureException">No anchors: there is no default to trust.</exception>
    public CertificateTrust(IReadOnlyList<byte[]> anchors, DateTimeOffset? now, Func<string, bool>? acceptsSubject = null)
    {
        if (anchors.Count == 0)
            throw new SignatureException(SignatureFault.Configuration, "no trusted certificate was given; roots of the web are not trusted for models");

        _anchors = [.. anchors.Select(LeafCertificate.Load)];
        _now = now;
        _acceptsSubject = acceptsSubject;
    }

    public VerifiedSigner Verify(SigstoreBundle bundle, byte[]? artifactDigest, bool legacy, List<string> notes)
    {
        if (!bundle.IsCertificateChain)
            throw new SignatureException(SignatureFault.WrongMethod, bundle.IsKey ? "is signed with a bare key, where a certificate is trusted" : "is a keyless signature, where a certificate chain is trusted");

        using var leaf = LeafCertificate.Load(bundle.Certificates[0]);
        var time = _now ?? new DateTimeOffset(leaf.NotBefore.ToUniversalTime());
        if (!LeafCertificate.IsValidAt(leaf, time))
            throw new SignatureException(SignatureFault.Expired, FormattableString.Invariant($"has a certificate that is valid from {leaf.NotBefore.ToUniversalTime():u} to {leaf.NotAfter.ToUniversalTime():u}, which is not now"));

        if (CertificateChain.Build(leaf, _anchors, bundle.Certificates.Skip(1).Select(LeafCertificate.Load), time) is not { } chain)
            throw new SignatureException(SignatureFault.Untrusted, "has a certificate that does not chain to a trusted one");
        if (!LeafCertificate.MaySign(leaf) && !LeafCertificate.IsForCode(leaf))
            throw new SignatureException(SignatureFault.Untrusted, "has a certificate that is not made for signing");
        if (!SignatureCheck.IsValid(bundle, LeafCertificate.Key(leaf), artifactDigest, legacy))
            throw new SignatureException(SignatureFault.Invalid, "was not made with the key of its certificate, or what it signs was changed since");
        if (_acceptsSubject?.Invoke(leaf.Subject) == false)
            throw new SignatureException(SignatureFault.WrongIdentity, $"is signed by '{Core.Text.Printable.Of(leaf.Subject)}', which the policy does not name");

        using var root = LeafCertificate.Load(chain[^1]);
        return new VerifiedSigner("certificate", leaf.Subject, root.Subject) { Details = [ChainWords.Validity(leaf), ChainWords.Chain(chain)] };
    }
}
