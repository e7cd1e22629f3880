using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Signatures.Bundles;
using SupplyChainAnalyzers.Scanner.Signatures.Certificates;
using SupplyChainAnalyzers.Scanner.Signatures.Sigstore;

namespace SupplyChainAnalyzers.Scanner.Signatures.Trust;

/// <summary>
/// Nobody is trusted: tells whether the signature belongs to its statement, as far as the bundle itself shows it. Anybody can make
/// such a bundle, so who is named in it has no meaning before somebody trusts him.
/// </summary>
/// <param name="root">Of the public sigstore instance: what it vouches for is told as such.</param>
internal sealed class IntegrityTrust(TrustedRoot root) : ISignerTrust
{
    public VerifiedSigner Verify(SigstoreBundle bundle, byte[]? artifactDigest, bool legacy, List<string> notes)
    {
        // The key is not in the bundle: there is nothing to compute.
        if (bundle.IsKey)
            return new VerifiedSigner("key", Printable.Of(bundle.KeyHint ?? "unknown")) { IsProven = false };

        if (!bundle.IsCertificateChain && bundle.LogEntries.Count == 0)
            throw ProtoJson.Malformed("it is keyless, and has no entry of a transparency log");
        if (bundle.LogEntries.Count > 0 && Public(bundle, artifactDigest) is { } signer)
            return signer;

        using var leaf = LeafCertificate.Load(bundle.Certificates[0]);
        return SignatureCheck.IsValid(bundle, LeafCertificate.Key(leaf), artifactDigest, legacy)
            ? new VerifiedSigner("certificate", leaf.Subject) { IsProven = false }
            : throw new SignatureException(SignatureFault.Invalid, "was not made with the key of its certificate, or what it signs was changed since");
    }

    // Of another instance it may be as good; that shows when somebody trusts it.
    private VerifiedSigner? Public(SigstoreBundle bundle, byte[]? artifactDigest)
    {
        try
        {
            return new SigstoreVerifier(root).Verify(bundle, artifactDigest, new SignerPolicy("", null, static _ => true));
        }
        catch (SignatureException)
        {
            return null;
        }
    }
}
