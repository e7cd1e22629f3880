using SupplyChainAnalyzers.Scanner.Signatures.Bundles;
using SupplyChainAnalyzers.Scanner.Signatures.Sigstore;

namespace SupplyChainAnalyzers.Scanner.Signatures.Oms;

/// <summary>Signed keyless, by an identity that an issuer vouches for (OMS 1.0 §4.1).</summary>
internal sealed class KeylessTrust(TrustedRoot root, SignerPolicy signer) : IOmsTrust
{
    public VerifiedSigner Verify(SigstoreBundle bundle, bool legacy, List<string> notes) =>
        bundle.IsCertificateChain && bundle.Version == BundleVersion.V03 && bundle.LogEntries.Count == 0
            ? throw new SignatureException(SignatureFault.WrongMethod, "is signed with a certificate chain and without a log, where a keyless signature is demanded")
            : new SigstoreVerifier(root).Verify(bundle, artifactDigest: null, signer);
}
