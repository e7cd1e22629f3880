using System.Text;
using SupplyChainAnalyzers.Core.Hashing;

namespace SupplyChainAnalyzers.Core.Signing;

/// <summary>
/// How model signing names a key: SHA-256 of its PEM text as OpenSSL writes it, not of its DER (model_signing, sign_ec_key.py).
/// </summary>
public static class KeyFingerprint
{
    // RFC 7468 §2: base64 in lines of 64.
    private const int LineLength = 64;

    /// <summary>64 lower-case hex digits.</summary>
    /// <param name="subjectPublicKeyInfo">DER of the public key.</param>
    public static string Of(byte[] subjectPublicKeyInfo)
    {
        var base64 = Convert.ToBase64String(subjectPublicKeyInfo);
        var pem = new StringBuilder("-----BEGIN PUBLIC KEY-----\n");
        for (var at = 0; at < base64.Length; at += LineLength)
            pem.Append(base64, at, Math.Min(LineLength, base64.Length - at)).Append('\n');

        return Sha256Hex.Of(Encoding.ASCII.GetBytes(pem.Append("-----END PUBLIC KEY-----\n").ToString()));
    }
}
