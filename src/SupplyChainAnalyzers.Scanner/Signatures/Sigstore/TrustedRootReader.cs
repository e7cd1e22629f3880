using System.Security.Cryptography;
using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Scanner.Signatures.Bundles;
using SupplyChainAnalyzers.Scanner.Signatures.Keys;


namespace SupplyChainAnalyzers.Scanner.Signatures.Sigstore;

/// <summary>Reads trusted_root.json. One that is not wholly understood is refused: it decides about trust.</summary>
internal static class TrustedRootReader
{
    private const string MediaType = "application/vnd.dev.sigstore.trustedroot";
    private const int MaxEntries = 100;

    /// <exception cref="SignatureException">It is no trusted root.</exception>
    public static TrustedRoot Read(byte[] utf8)
    {
        try
        {
            var root = ProtoJson.ReadObject(utf8, "the trusted root");
            if (!ProtoJson.Text(root, "mediaType").StartsWith(MediaType, StringComparison.Ordinal))
                throw ProtoJson.Malformed("its media type is not that of a trusted root");

            return new TrustedRoot(
                [.. ProtoJson.Array(root, "tlogs", MaxEntries).Select(Log)],
                [.. ProtoJson.Array(root, "ctlogs", MaxEntries).Select(Log)],
                [.. ProtoJson.Array(root, "certificateAuthorities", MaxEntries).Select(Authority)],
                [.. ProtoJson.Array(root, "timestampAuthorities", MaxEntries).Select(Authority)]);
        }
        catch (SignatureException e)
        {
            throw new SignatureException(SignatureFault.Configuration, "the trusted root cannot be used: " + e.Message);
        }
    }

    private static TrustedLog Log(JsonNode log)
    {
        var publicKey = ProtoJson.Object(log, "publicKey");
        var key = Key(ProtoJson.Bytes(publicKey, "rawBytes"));
        var address = ProtoJson.Text(log, "baseUrl");
        var id = ProtoJson.Optional(log, "logId") is { } given ? ProtoJson.Bytes(given, "keyId") : SHA256.HashData(key.Spki);
        return new TrustedLog(Origin(address), id, key, Period(publicKey));
    }

    // Staging's oldest certificate log has its RSA key in the form of PKCS #1, without a SubjectPublicKeyInfo around it.
    private static PublicKey Key(byte[] raw)
    {
        using var rsa = RSA.Create();
        try
        {
            rsa.ImportRSAPublicKey(raw, out var read);
            return PublicKey.FromSpki(read == raw.Length ? rsa.ExportSubjectPublicKeyInfo() : raw);
        }
        catch (CryptographicException)
        {
            return PublicKey.FromSpki(raw);
        }
    }

    private static string Origin(string address)
    {
        var separator = address.IndexOf("://", StringComparison.Ordinal);
        return (separator < 0 ? address : address[(separator + 3)..]).TrimEnd('/');
    }

    private static TrustedAuthority Authority(JsonNode authority)
    {
        var chain = ProtoJson.Array(ProtoJson.Object(authority, "certChain"), "certificates", MaxEntries).Select(static item => ProtoJson.Bytes(item, "rawBytes")).ToArray();
        return chain.Length > 0
            ? new TrustedAuthority(ProtoJson.OptionalText(authority, "uri") ?? "", chain, Period(authority))
            : throw ProtoJson.Malformed("a certificate authority has no certificate");
    }

    private static ValidityPeriod Period(JsonNode node)
    {
        var period = ProtoJson.Object(node, "validFor");
        var start = ProtoJson.OptionalTime(period, "start") ?? throw ProtoJson.Malformed("a validity period has no start");
        return new ValidityPeriod(start, ProtoJson.OptionalTime(period, "end"));
    }
}
