using System.Security.Cryptography;
using SupplyChainAnalyzers.Scanner.Signatures.Bundles;
using SupplyChainAnalyzers.Scanner.Signatures.Keys;

namespace SupplyChainAnalyzers.Scanner.Signatures;

/// <summary>The signature itself, over an envelope or over an artifact whose digest is known.</summary>
internal static class SignatureCheck
{
    /// <exception cref="SignatureException">It claims another digest than the artifact has.</exception>
    public static bool IsValid(SigstoreBundle bundle, PublicKey key, byte[]? artifactDigest)
    {
        if (bundle.Envelope is { } envelope)
            return key.Verify(envelope.SignedBytes, envelope.Signature);
        if (artifactDigest is null || bundle.Message is not { } message)
            return false;
        if (message.Sha256 is { } claimed && !claimed.AsSpan().SequenceEqual(artifactDigest))
            throw new SignatureException(SignatureFault.ContentDiffers, "is over a file with another digest");

        // An artifact may be larger than memory: its digest is signed, which for P-256 is SHA-256, the only one told.
        return key.Hash == HashAlgorithmName.SHA256 && key.VerifyHash(artifactDigest, message.Signature);
    }
}
