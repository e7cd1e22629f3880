using SupplyChainAnalyzers.Core.Signing;
using SupplyChainAnalyzers.Scanner.Signatures.Bundles;
using SupplyChainAnalyzers.Scanner.Signatures.Keys;
using SupplyChainAnalyzers.Scanner.Signatures.Sigstore;

namespace SupplyChainAnalyzers.Scanner.Signatures.Trust;

/// <summary>Signed with a known key (OMS 1.0 §4.1): ECDSA on P-256, P-384 or P-521 and nothing else.</summary>
internal sealed class KeyTrust : ISignerTrust
{
    private readonly PublicKey _key;
    private readonly TrustedRoot? _root;
    private readonly bool _comparesHint;

    /// <param name="key">The key.</param>
    /// <param name="root">Logs that must confirm what a bundle says of them; null leaves it unread: the key is proof enough.</param>
    /// <param name="comparesHint">Whether the bundle must name the key as model signing does.</param>
    /// <exception cref="SignatureException">A key of another kind.</exception>
    public KeyTrust(PublicKey key, TrustedRoot? root = null, bool comparesHint = true)
    {
        _comparesHint = comparesHint;
        _root = root;
        _key = key.Curve is not null
            ? key
            : throw new SignatureException(SignatureFault.Configuration, "the trusted key is not ECDSA on P-256, P-384 or P-521, as model signatures need");
    }

    public VerifiedSigner Verify(SigstoreBundle bundle, byte[]? artifactDigest, bool legacy, List<string> notes)
    {
        if (!bundle.IsKey)
            throw new SignatureException(SignatureFault.WrongMethod, "is signed with a certificate, where a key is trusted");

        var fingerprint = KeyFingerprint.Of(_key.Spki);
        if (_comparesHint && bundle.KeyHint is null)
            notes.Add("does not say which key it was signed with, as newer ones do");
        else if (_comparesHint && bundle.KeyHint != fingerprint)
            throw new SignatureException(SignatureFault.Untrusted, $"is signed with another key than the trusted one ({fingerprint[..16]}…)");

        if (!SignatureCheck.IsValid(bundle, _key, artifactDigest, legacy))
            throw new SignatureException(SignatureFault.Invalid, "was not made with the trusted key, or what it signs was changed since");

        if (_root is not null)
            new SigstoreVerifier(_root).VerifyLogged(bundle, _key.Spki, artifactDigest);

        return new VerifiedSigner("key", fingerprint);
    }
}
