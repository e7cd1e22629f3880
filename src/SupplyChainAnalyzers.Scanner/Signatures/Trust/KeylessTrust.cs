using SupplyChainAnalyzers.Scanner.Signatures.Bundles;
using SupplyChainAnalyzers.Scanner.Signatures.Sigstore;

namespace SupplyChainAnalyzers.Scanner.Signatures.Trust;

/// <summary>Signed keyless, by an identity that an issuer vouches for (OMS 1.0 §4.1).</summary>
/// <param name="given">Whom to trust; null takes the public instance as it came with this version.</param>
/// <param name="signer">Who must have signed.</param>
internal sealed class KeylessTrust(TrustedRoot? given, SignerPolicy signer) : ISignerTrust
{
    public VerifiedSigner Verify(SigstoreBundle bundle, byte[]? artifactDigest, bool legacy, List<string> notes) =>
        bundle.IsCertificateChain && bundle.Version == BundleVersion.V03 && bundle.LogEntries.Count == 0
            ? throw new SignatureException(SignatureFault.WrongMethod, "is signed with a certificate chain and without a log, where a keyless signature is demanded")
            : WithRoot(new SigstoreVerifier(given ?? BundledRoot.Value).Verify(bundle, artifactDigest, signer));

    private VerifiedSigner WithRoot(VerifiedSigner verified) => verified with
    {
        Details = [.. verified.Details, ("trusted root", given is null ? $"the public sigstore instance as of {BundledRoot.Date}, which comes with this version" : "as given")],
    };
}
