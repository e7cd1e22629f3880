using System.Security.Cryptography;
using SupplyChainAnalyzers.Scanner.Signatures.Bundles;
using SupplyChainAnalyzers.Scanner.Signatures.Dsse;
using SupplyChainAnalyzers.Scanner.Signatures.Keys;

namespace SupplyChainAnalyzers.Scanner.Signatures;

/// <summary>The signature itself, over an envelope or over an artifact whose digest is known.</summary>
internal static class SignatureCheck
{
    /// <param name="bundle">The bundle.</param>
    /// <param name="key">Of the signer.</param>
    /// <param name="artifactDigest">SHA-256 of what was signed; null when that is the envelope.</param>
    /// <param name="legacy">Whether the encoding that version 0.2 of the reference made by mistake is taken.</param>
    /// <exception cref="SignatureException">It claims another digest than the artifact has.</exception>
    public static bool IsValid(SigstoreBundle bundle, PublicKey key, byte[]? artifactDigest, bool legacy = false)
    {
        if (bundle.Envelope is { } envelope)
            return key.Verify(envelope.SignedBytes, envelope.Signature) || (legacy && key.Verify(LegacyEncoding.Of(envelope.Payload), envelope.Signature, HashAlgorithmName.SHA256));
        if (artifactDigest is null || bundle.Message is not { } message)
            return false;
        if (message.Sha256 is { } claimed && !claimed.AsSpan().SequenceEqual(artifactDigest))
            throw new SignatureException(SignatureFault.ContentDiffers, "is over a file with another digest");

        // An artifact may be larger than memory: its digest is signed, which for P-256 is SHA-256, the only one told.
        return key.Hash == HashAlgorithmName.SHA256 && key.VerifyHash(artifactDigest, message.Signature);
    }
}
