using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Core.Signing;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Signatures.Bundles;
using SupplyChainAnalyzers.Scanner.Signatures.InToto;
using SupplyChainAnalyzers.Scanner.Signatures.Keys;
using SupplyChainAnalyzers.Scanner.Signatures.Sigstore;

namespace SupplyChainAnalyzers.Scanner.Signatures;

/// <summary>
/// Verifies the signature of one file: what <c>cosign sign-blob</c> writes, or a statement whose subject is the file (in-toto
/// attestation, GitHub artifact attestation).
/// </summary>
internal sealed class BlobVerifier(TrustedRoot root)
{
    private readonly SigstoreVerifier _keyless = new(root);

    /// <exception cref="SignatureException">It is not proven.</exception>
    public VerifiedSigner Verify(SigstoreBundle bundle, byte[] artifactDigest, SignerPolicy signer)
    {
        var verified = _keyless.Verify(bundle, artifactDigest, signer);
        CheckSubject(bundle, artifactDigest);
        return verified;
    }

    /// <exception cref="SignatureException">It is not proven.</exception>
    public VerifiedSigner Verify(SigstoreBundle bundle, byte[] artifactDigest, PublicKey key)
    {
        if (!bundle.IsKey)
            throw new SignatureException(SignatureFault.WrongMethod, "is signed with a certificate, where a signature of the given key is demanded");
        if (!SignatureCheck.IsValid(bundle, key, artifactDigest))
            throw new SignatureException(SignatureFault.Invalid, "was not made with the given key, or not over this file");

        _keyless.VerifyLogged(bundle, key.Spki, artifactDigest);
        CheckSubject(bundle, artifactDigest);
        return new VerifiedSigner("key", KeyFingerprint.Of(key.Spki));
    }

    private static void CheckSubject(SigstoreBundle bundle, byte[] artifactDigest)
    {
        if (bundle.Envelope is not { } envelope)
            return;
        if (envelope.PayloadType != PreAuthenticationEncoding.InToto)
            throw ProtoJson.Malformed($"its payload is of type '{Printable.Of(envelope.PayloadType)}', not an in-toto statement");

        var statement = StatementReader.Read(envelope.Payload);
        var digest = Hex.Of(artifactDigest);
        if (!statement.Subjects.Any(subject => subject.Digests.TryGetValue("sha256", out var sha256) && sha256 == digest))
            throw new SignatureException(SignatureFault.ContentDiffers, "is a statement about other files: none of its subjects has the digest of this one");
    }
}
