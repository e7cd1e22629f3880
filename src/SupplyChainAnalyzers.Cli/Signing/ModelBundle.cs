using System.Text;
using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Signing;

namespace SupplyChainAnalyzers.Cli.Signing;

/// <summary>Signs a statement and puts it into a sigstore bundle 0.3 (OpenSSF Model Signing 1.0 §4, §5).</summary>
internal static class ModelBundle
{
    private const string MediaType = "application/vnd.dev.sigstore.bundle.v0.3+json";

    /// <summary>UTF-8 with a final line feed.</summary>
    public static byte[] Write(byte[] statement, IModelSigner signer)
    {
        var json = JsonWriter.Indented().BeginObject().Member("mediaType", MediaType).Name("verificationMaterial").BeginObject();
        if (signer.Certificates.Count > 0)
        {
            json.Name("x509CertificateChain").BeginObject().Name("certificates").BeginArray();
            foreach (var certificate in signer.Certificates)
                json.BeginObject().Member("rawBytes", Convert.ToBase64String(certificate)).EndObject();
            json.EndArray().EndObject();
        }
        else
        {
            json.Name("publicKey").BeginObject().Member("hint", KeyFingerprint.Of(signer.PublicKey)).EndObject();
        }

        json.Name("tlogEntries").BeginArray().EndArray().EndObject().Name("dsseEnvelope").BeginObject()
            .Member("payload", Convert.ToBase64String(statement)).Member("payloadType", PreAuthenticationEncoding.InToto)
            .Name("signatures").BeginArray().BeginObject()
            .Member("sig", Convert.ToBase64String(signer.Sign(PreAuthenticationEncoding.Of(PreAuthenticationEncoding.InToto, statement)))).Member("keyid", "")
            .EndObject().EndArray().EndObject().EndObject();
        return Encoding.UTF8.GetBytes(json.ToString());
    }
}
