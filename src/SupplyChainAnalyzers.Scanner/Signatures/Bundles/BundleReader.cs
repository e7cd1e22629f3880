using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Signatures.Dsse;

namespace SupplyChainAnalyzers.Scanner.Signatures.Bundles;

/// <summary>Reads a bundle. Nothing is verified here, but what cannot be verified as it stands is refused.</summary>
internal static class BundleReader
{
    private const int MaxCertificates = 16;
    private const int MaxEntries = 32;

    private static readonly Dictionary<string, BundleVersion> MediaTypes = new(StringComparer.Ordinal)
    {
        ["application/vnd.dev.sigstore.bundle+json;version=0.1"] = BundleVersion.V01,
        ["application/vnd.dev.sigstore.bundle+json;version=0.2"] = BundleVersion.V02,
        ["application/vnd.dev.sigstore.bundle+json;version=0.3"] = BundleVersion.V03,
        ["application/vnd.dev.sigstore.bundle.v0.3+json"] = BundleVersion.V03,
    };

    /// <exception cref="SignatureException">It is no bundle of a known version.</exception>
    public static SigstoreBundle Read(byte[] utf8)
    {
        var root = ProtoJson.ReadObject(utf8, "the bundle");
        var mediaType = ProtoJson.Text(root, "mediaType");
        if (!MediaTypes.TryGetValue(mediaType, out var version))
            throw ProtoJson.Malformed($"its media type '{Printable.Of(mediaType)}' is none of a known bundle");

        var material = ProtoJson.Object(root, "verificationMaterial");
        var bundle = WithSigner(new SigstoreBundle { Version = version }, material);
        return WithContent(bundle, root) with
        {
            LogEntries = [.. ProtoJson.Array(material, "tlogEntries", MaxEntries).Select(Entry)],
            Timestamps = ProtoJson.Optional(material, "timestampVerificationData") is { } times
                ? [.. ProtoJson.Array(times, "rfc3161Timestamps", MaxEntries).Select(static time => ProtoJson.Bytes(time, "signedTimestamp"))]
                : [],
        };
    }

    private static SigstoreBundle WithSigner(SigstoreBundle bundle, JsonNode material)
    {
        var key = ProtoJson.Optional(material, "publicKey");
        var single = ProtoJson.Optional(material, "certificate");
        var chain = ProtoJson.Optional(material, "x509CertificateChain");
        if ((key is null ? 0 : 1) + (single is null ? 0 : 1) + (chain is null ? 0 : 1) != 1)
            throw ProtoJson.Malformed("it must hold exactly one of publicKey, certificate and x509CertificateChain");
        if (key is not null)
            return bundle with { IsKey = true, KeyHint = ProtoJson.OptionalText(key, "hint") };
        if (single is not null)
            return bundle with { Certificates = [ProtoJson.Bytes(single, "rawBytes")] };

        var certificates = ProtoJson.Array(chain!, "certificates", MaxCertificates).Select(static item => ProtoJson.Bytes(item, "rawBytes")).ToArray();
        return certificates.Length > 0
            ? bundle with { Certificates = certificates, IsCertificateChain = true }
            : throw ProtoJson.Malformed("its certificate chain is empty");
    }

    private static SigstoreBundle WithContent(SigstoreBundle bundle, JsonNode root)
    {
        var envelope = ProtoJson.Optional(root, "dsseEnvelope");
        var message = ProtoJson.Optional(root, "messageSignature");
        if (envelope is null == message is null)
            throw ProtoJson.Malformed("it must hold exactly one of dsseEnvelope and messageSignature");
        if (message is not null)
            return bundle with { Message = Message(message) };

        var signatures = ProtoJson.Array(envelope!, "signatures");
        if (signatures.Count != 1)
            throw ProtoJson.Malformed($"it holds {signatures.Count} signatures where there must be exactly one");

        return bundle with { Envelope = new DsseEnvelope(ProtoJson.Text(envelope!, "payloadType"), ProtoJson.Bytes(envelope!, "payload"), ProtoJson.Bytes(signatures[0], "sig")) };
    }

    private static MessageSignature Message(JsonNode message)
    {
        byte[]? digest = null;
        if (ProtoJson.Optional(message, "messageDigest") is { } claimed)
        {
            if (ProtoJson.Text(claimed, "algorithm") != "SHA2_256")
                throw ProtoJson.Malformed("its message digest is not SHA2_256");
            digest = ProtoJson.Bytes(claimed, "digest");
        }

        return new MessageSignature(digest, ProtoJson.Bytes(message, "signature"));
    }

    private static LogEntry Entry(JsonNode entry)
    {
        var kind = ProtoJson.Object(entry, "kindVersion");
        return new LogEntry(
            ProtoJson.Number(entry, "logIndex"),
            ProtoJson.Bytes(ProtoJson.Object(entry, "logId"), "keyId"),
            ProtoJson.Text(kind, "kind"),
            ProtoJson.Text(kind, "version"),
            ProtoJson.Optional(entry, "integratedTime") is null ? null : ProtoJson.Number(entry, "integratedTime"),
            ProtoJson.Optional(entry, "inclusionPromise") is { } promise ? ProtoJson.Bytes(promise, "signedEntryTimestamp") : null,
            ProtoJson.Optional(entry, "inclusionProof") is { } proof ? Proof(proof) : null,
            ProtoJson.Bytes(entry, "canonicalizedBody"));
    }

    private static InclusionProof Proof(JsonNode proof) => new(
        ProtoJson.Optional(proof, "logIndex") is null ? 0 : ProtoJson.Number(proof, "logIndex"), // proto3 leaves zero out
        ProtoJson.Number(proof, "treeSize"),
        ProtoJson.Bytes(proof, "rootHash"),
        [.. ProtoJson.Array(proof, "hashes", 64).Select(static hash => hash.StringValue is { } text ? Hash(text) : throw ProtoJson.Malformed("a hash of the inclusion proof is not base64"))],
        ProtoJson.Optional(proof, "checkpoint") is { } checkpoint ? ProtoJson.Text(checkpoint, "envelope") : "");

    private static byte[] Hash(string text)
    {
        var bytes = new byte[48];
        return Convert.TryFromBase64String(text, bytes, out var count) && count == 32 ? bytes[..32] : throw ProtoJson.Malformed("a hash of the inclusion proof is not 32 bytes of base64");
    }
}
