using System.Security.Cryptography.X509Certificates;
using SupplyChainAnalyzers.Scanner.Signatures.Bundles;
using SupplyChainAnalyzers.Scanner.Signatures.Certificates;
using SupplyChainAnalyzers.Scanner.Signatures.Timestamps;

namespace SupplyChainAnalyzers.Scanner.Signatures.Trust;

/// <summary>
/// Signed with a certificate that chains to a trusted one (OMS 1.0 §4.1, §8.2). The specification demands that the certificate is
/// valid; the reference takes its own first moment, which accepts expired ones. Here it is valid now, or it was when an authority that
/// the verifier names has stamped the signature (RFC 3161): a key that is stolen later cannot sign for then.
/// </summary>
internal sealed class CertificateTrust : ISignerTrust
{
    /// <summary>From when on it is said that a certificate expires: time enough to ask for another.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromDays(30);

    private readonly IReadOnlyList<X509Certificate2> _anchors;
    private readonly DateTimeOffset? _now;
    private readonly Func<string, bool>? _acceptsSubject;
    private readonly TimestampVerifier? _stamps;

    /// <param name="anchors">DER of trusted certificates; at least one.</param>
    /// <param name="now">When it must be valid; null for its own first moment, as the reference has it.</param>
    /// <param name="acceptsSubject">Narrows the subject of the leaf; null takes any.</param>
    /// <param name="stamps">Who is believed a time; null believes nobody.</param>
    /// <exception cref="SignatureException">No anchors: there is no default to trust.</exception>
    public CertificateTrust(IReadOnlyList<byte[]> anchors, DateTimeOffset? now, Func<string, bool>? acceptsSubject = null, TimestampVerifier? stamps = null)
    {
        if (anchors.Count == 0)
            throw new SignatureException(SignatureFault.Configuration, "no trusted certificate was given; roots of the web are not trusted for models");

        _anchors = [.. anchors.Select(LeafCertificate.Load)];
        _now = now;
        _acceptsSubject = acceptsSubject;
        _stamps = stamps;
    }

    public VerifiedSigner Verify(SigstoreBundle bundle, byte[]? artifactDigest, bool legacy, List<string> notes)
    {
        if (!bundle.IsCertificateChain)
            throw new SignatureException(SignatureFault.WrongMethod, bundle.IsKey ? "is signed with a bare key, where a certificate is trusted" : "is a keyless signature, where a certificate chain is trusted");

        using var leaf = LeafCertificate.Load(bundle.Certificates[0]);
        var stamped = Stamped(bundle, leaf);
        var time = Time(bundle, leaf, stamped);
        if (CertificateChain.Build(leaf, _anchors, bundle.Certificates.Skip(1).Select(LeafCertificate.Load), time) is not { } chain)
            throw new SignatureException(SignatureFault.Untrusted, "has a certificate that does not chain to a trusted one");
        if (!LeafCertificate.MaySign(leaf) && !LeafCertificate.IsForCode(leaf))
            throw new SignatureException(SignatureFault.Untrusted, "has a certificate that is not made for signing");
        if (!SignatureCheck.IsValid(bundle, LeafCertificate.Key(leaf), artifactDigest, legacy))
            throw new SignatureException(SignatureFault.Invalid, "was not made with the key of its certificate, or what it signs was changed since");
        if (_acceptsSubject?.Invoke(leaf.Subject) == false)
            throw new SignatureException(SignatureFault.WrongIdentity, $"is signed by '{Core.Text.Printable.Of(leaf.Subject)}', which the policy does not name");

        using var root = LeafCertificate.Load(chain[^1]);
        return new VerifiedSigner("certificate", leaf.Subject, root.Subject, stamped)
        {
            Details = [ChainWords.Validity(leaf), ChainWords.Chain(chain)],
            ValidUntil = stamped is null && leaf.NotAfter.ToUniversalTime() - _now < Soon ? leaf.NotAfter.ToUniversalTime() : null,
        };
    }

    // The earliest proven time; null where there is none, or nobody is believed one.
    private DateTimeOffset? Stamped(SigstoreBundle bundle, X509Certificate2 leaf)
    {
        if (_stamps is null || bundle.Timestamps.Count == 0)
            return null;

        var times = _stamps.VerifyAll(bundle);
        return times.Exists(time => !LeafCertificate.IsValidAt(leaf, time) || time > (_now ?? time))
            ? throw new SignatureException(SignatureFault.Expired, FormattableString.Invariant($"was made at {times.Max():u}, when its certificate was not valid ({Words(leaf)})"))
            : times.Min();
    }

    // When chain and certificate have to be valid.
    private DateTimeOffset Time(SigstoreBundle bundle, X509Certificate2 leaf, DateTimeOffset? stamped)
    {
        var time = stamped ?? _now ?? new DateTimeOffset(leaf.NotBefore.ToUniversalTime());
        if (LeafCertificate.IsValidAt(leaf, time))
            return time;

        var next = bundle.Timestamps.Count > 0
            ? "; it brings a time stamp: name whom you believe the time in timestampRoots (--timestamp-trust), or ask for a signature with a newer certificate"
            : "; ask for a signature with a newer certificate, or one with a time stamp";
        throw new SignatureException(SignatureFault.Expired, $"has a certificate that is valid {Words(leaf)}, which is not now{next}");
    }

    private static string Words(X509Certificate2 leaf) => FormattableString.Invariant($"from {leaf.NotBefore.ToUniversalTime():u} to {leaf.NotAfter.ToUniversalTime():u}");
}
