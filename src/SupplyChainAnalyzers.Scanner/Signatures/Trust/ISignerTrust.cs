using SupplyChainAnalyzers.Scanner.Signatures.Bundles;

namespace SupplyChainAnalyzers.Scanner.Signatures.Trust;

/// <summary>A method by which signers are recognised. Chosen by the verifier; a bundle of another method is refused.</summary>
internal interface ISignerTrust
{
    /// <summary>Verifies who signed, and the signature over the envelope.</summary>
    /// <param name="bundle">The bundle.</param>
    /// <param name="artifactDigest">SHA-256 of the signed file; null when a statement was signed.</param>
    /// <param name="legacy">Whether signatures as version 0.2 made them are taken.</param>
    /// <param name="notes">Takes what people should know, to go on after the bundle's name.</param>
    /// <exception cref="SignatureException">It is not to be trusted.</exception>
    VerifiedSigner Verify(SigstoreBundle bundle, byte[]? artifactDigest, bool legacy, List<string> notes);
}
