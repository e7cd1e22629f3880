using SupplyChainAnalyzers.Core.Signing;
using SupplyChainAnalyzers.Scanner.Signatures.Bundles;
using SupplyChainAnalyzers.Scanner.Signatures.Dsse;
using SupplyChainAnalyzers.Scanner.Signatures.Keys;

namespace SupplyChainAnalyzers.Scanner.Signatures.Oms;

/// <summary>Signed with a known key (OMS 1.0 §4.1): ECDSA on P-256, P-384 or P-521 and nothing else.</summary>
internal sealed class KeyTrust : IOmsTrust
{
    private readonly PublicKey _key;

    /// <exception cref="SignatureException">A key of another kind.</exception>
    public KeyTrust(PublicKey key) => _key = key.Curve is not null
        ? key
        : throw new SignatureException(SignatureFault.Configuration, "the trusted key is not ECDSA on P-256, P-384 or P-521, as model signatures need");

    public VerifiedSigner Verify(SigstoreBundle bundle, bool legacy, List<string> notes)
    {
        if (!bundle.IsKey)
            throw new SignatureException(SignatureFault.WrongMethod, "is signed with a certificate, where a key is trusted");

        var fingerprint = KeyFingerprint.Of(_key.Spki);
        if (bundle.KeyHint is null)
            notes.Add("does not say which key it was signed with, as newer ones do");
        else if (bundle.KeyHint != fingerprint)
            throw new SignatureException(SignatureFault.Untrusted, $"is signed with another key than the trusted one ({fingerprint[..16]}…)");

        if (!EnvelopeSignature.IsValid(bundle.Envelope!, _key, legacy))
            throw new SignatureException(SignatureFault.Invalid, "was not made with the trusted key, or its statement was changed since");

        return new VerifiedSigner("key", fingerprint);
    }
}
