using System.Text;
using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Scanner.Signatures.Dsse;
using SupplyChainAnalyzers.Scanner.Signatures.Keys;

namespace SupplyChainAnalyzers.Scanner.Signatures.Bundles;

/// <summary>
/// Signatures as they were written before sigstore had a bundle, read as one: what <c>cosign sign-blob</c> wrote (a signature in base64, or JSON with
/// <c>base64Signature</c>), and a bare DSSE envelope.
/// </summary>
internal static class OtherForms
{
    /// <summary>No signature is longer, an RSA one of 16,384 bits included.</summary>
    private const int MaxSignatureText = 4096;

    /// <summary>A bundle or one of the other forms.</summary>
    /// <exception cref="SignatureException">It is none of them.</exception>
    public static SigstoreBundle Read(byte[] bytes)
    {
        if (bytes.Length <= MaxSignatureText && Base64(bytes) is { } signature)
            return new SigstoreBundle { Version = BundleVersion.V03, IsKey = true, Message = new MessageSignature(null, signature) };

        var root = ProtoJson.ReadObject(bytes, "the bundle");
        return root switch
        {
            _ when root.Find("mediaType") is not null => BundleReader.Read(bytes),
            _ when root.Find("base64Signature") is not null => Cosign(root),
            _ when root.Find("payloadType") is not null => Envelope(root),
            _ => BundleReader.Read(bytes),
        };
    }

    private static SigstoreBundle Envelope(JsonNode root)
    {
        var signatures = ProtoJson.Array(root, "signatures");
        return signatures.Count == 1
            ? new SigstoreBundle { Version = BundleVersion.V03, IsKey = true, IsBare = true, Envelope = new DsseEnvelope(ProtoJson.Text(root, "payloadType"), ProtoJson.Bytes(root, "payload"), ProtoJson.Bytes(signatures[0], "sig")) }
            : throw ProtoJson.Malformed($"it holds {signatures.Count} signatures where there must be exactly one");
    }

    // cosign, pkg/cosign/verify.go LocalSignedPayload: the certificate is PEM in base64; of a signature by key it is the public key, or not there.
    private static SigstoreBundle Cosign(JsonNode root)
    {
        var bundle = new SigstoreBundle { Version = BundleVersion.V01, Message = new MessageSignature(null, ProtoJson.Bytes(root, "base64Signature")) };
        var certificate = ProtoJson.OptionalBytes(root, "cert");
        bundle = certificate is not null && Encoding.Latin1.GetString(certificate).Contains("BEGIN CERTIFICATE", StringComparison.Ordinal)
            ? bundle with { Certificates = PemText.Blocks(certificate, "CERTIFICATE") }
            : bundle with { IsKey = true };
        return ProtoJson.Optional(root, "rekorBundle") is { Kind: JsonKind.Object } log ? bundle with { LogEntries = [Entry(log)] } : bundle;
    }

    private static LogEntry Entry(JsonNode log)
    {
        var payload = ProtoJson.Object(log, "Payload");
        var body = ProtoJson.Bytes(payload, "body");
        var spec = ProtoJson.ReadObject(body, "the body of its log entry");
        var id = ProtoJson.Text(payload, "logID");
        return new LogEntry(
            ProtoJson.Number(payload, "logIndex"),
            Core.Hashing.Hex.Is(id, 64) ? Convert.FromHexString(id) : throw ProtoJson.Malformed("member 'logID' is not 64 hex digits"),
            ProtoJson.Text(spec, "kind"),
            ProtoJson.Text(spec, "apiVersion"),
            ProtoJson.Number(payload, "integratedTime"),
            ProtoJson.Bytes(log, "SignedEntryTimestamp"),
            Proof: null,
            body);
    }

    private static byte[]? Base64(byte[] bytes)
    {
        var text = Encoding.ASCII.GetString(bytes).Trim();
        var signature = new byte[MaxSignatureText];
        return text.Length > 0 && text[0] != '{' && Convert.TryFromBase64String(text, signature, out var count) ? signature[..count] : null;
    }
}
