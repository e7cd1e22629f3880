using System.Security.Cryptography;
using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Scanner.Signatures.Bundles;
using SupplyChainAnalyzers.Scanner.Signatures.Keys;

namespace SupplyChainAnalyzers.Scanner.Signatures.Sigstore;

/// <summary>
/// A log entry counts only for the signature it is about: the body must hold the same digest, the same signature and the
/// same certificate or key as the bundle (rekor, pkg/types).
/// </summary>
internal static class LogBody
{
    /// <param name="entry">The entry.</param>
    /// <param name="bundle">The bundle it came with.</param>
    /// <param name="verifier">Certificate (DER) or, with <paramref name="isKey"/>, SubjectPublicKeyInfo (DER).</param>
    /// <param name="isKey">Whether the bundle was signed with a bare key.</param>
    /// <param name="artifactDigest">SHA-256 of the artifact when the artifact itself was signed.</param>
    /// <exception cref="SignatureException">It is about something else.</exception>
    public static void Match(LogEntry entry, SigstoreBundle bundle, byte[] verifier, bool isKey, byte[]? artifactDigest)
    {
        var body = ProtoJson.ReadObject(entry.Body, "the body of its log entry");
        if (ProtoJson.Text(body, "kind") != entry.Kind || ProtoJson.Text(body, "apiVersion") != entry.Version)
            throw Mismatch("is of another kind than the bundle says");

        var spec = ProtoJson.Object(body, "spec");
        var fits = (entry.Kind, entry.Version) switch
        {
            ("dsse", "0.0.1") => Dsse(spec, bundle, verifier, isKey),
            ("intoto", "0.0.2") => InToto(spec, bundle, verifier, isKey),
            ("hashedrekord", "0.0.1") => HashedRekord(spec, bundle, verifier, isKey, artifactDigest),
            ("hashedrekord", "0.0.2") => HashedRekord2(ProtoJson.Object(spec, "hashedRekordV002"), bundle, verifier, isKey, artifactDigest),
            _ => throw Mismatch("is of a kind that is not known here"),
        };
        if (!fits)
            throw Mismatch("is about another signature");
    }

    private static bool Dsse(JsonNode spec, SigstoreBundle bundle, byte[] verifier, bool isKey)
    {
        if (bundle.Envelope is not { } envelope || ProtoJson.Array(spec, "signatures") is not [var only])
            return false;

        return IsHash(ProtoJson.Object(spec, "payloadHash"), SHA256.HashData(envelope.Payload))
            && ProtoJson.Bytes(only, "signature").AsSpan().SequenceEqual(envelope.Signature)
            && IsVerifier(ProtoJson.Bytes(only, "verifier"), verifier, isKey);
    }

    private static bool InToto(JsonNode spec, SigstoreBundle bundle, byte[] verifier, bool isKey)
    {
        var content = ProtoJson.Object(spec, "content");
        if (bundle.Envelope is not { } envelope || ProtoJson.Array(ProtoJson.Object(content, "envelope"), "signatures") is not [var only])
            return false;

        // The entry encodes the signature, which is base64 already, once more.
        var signature = System.Text.Encoding.ASCII.GetString(ProtoJson.Bytes(only, "sig"));
        return IsHash(ProtoJson.Object(content, "payloadHash"), SHA256.HashData(envelope.Payload))
            && signature == Convert.ToBase64String(envelope.Signature)
            && IsVerifier(ProtoJson.Bytes(only, "publicKey"), verifier, isKey);
    }

    private static bool HashedRekord(JsonNode spec, SigstoreBundle bundle, byte[] verifier, bool isKey, byte[]? artifactDigest)
    {
        var signature = ProtoJson.Object(spec, "signature");
        return artifactDigest is not null
            && IsHash(ProtoJson.Object(ProtoJson.Object(spec, "data"), "hash"), artifactDigest)
            && ProtoJson.Bytes(signature, "content").AsSpan().SequenceEqual(bundle.Signature)
            && IsVerifier(ProtoJson.Bytes(ProtoJson.Object(signature, "publicKey"), "content"), verifier, isKey);
    }

    // Rekor v2 has one kind for both: of an envelope it holds the digest of what was signed.
    private static bool HashedRekord2(JsonNode spec, SigstoreBundle bundle, byte[] verifier, bool isKey, byte[]? artifactDigest)
    {
        var digest = bundle.Envelope is { } envelope ? SHA256.HashData(envelope.SignedBytes) : artifactDigest;
        var (data, signature) = (ProtoJson.Object(spec, "data"), ProtoJson.Object(spec, "signature"));
        var who = ProtoJson.Object(signature, "verifier");
        var logged = isKey
            ? ProtoJson.Bytes(ProtoJson.Object(who, "publicKey"), "rawBytes")
            : ProtoJson.Bytes(ProtoJson.Object(who, "x509Certificate"), "rawBytes");
        return digest is not null
            && ProtoJson.Text(data, "algorithm") == "SHA2_256"
            && ProtoJson.Bytes(data, "digest").AsSpan().SequenceEqual(digest)
            && ProtoJson.Bytes(signature, "content").AsSpan().SequenceEqual(bundle.Signature)
            && logged.AsSpan().SequenceEqual(verifier);
    }

    private static bool IsHash(JsonNode hash, byte[] digest) =>
        ProtoJson.Text(hash, "algorithm") == "sha256" && ProtoJson.Text(hash, "value") == Hex.Of(digest);

    private static bool IsVerifier(byte[] pem, byte[] verifier, bool isKey) =>
        PemText.Blocks(pem, isKey ? "PUBLIC KEY" : "CERTIFICATE") is [var only] && only.AsSpan().SequenceEqual(verifier);

    private static SignatureException Mismatch(string message) => new(SignatureFault.NotLogged, "its log entry " + message);
}
