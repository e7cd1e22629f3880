using System.Security.Cryptography;
using System.Text;
using SupplyChainAnalyzers.Core.Hashing;

namespace SupplyChainAnalyzers.Scanner.Signatures.Keys;

/// <summary>
/// How model signing names a key: SHA-256 of its canonical PEM text, not of its DER (model_signing, sign_ec_key.py).
/// </summary>
internal static class KeyFingerprint
{
    public static string Of(PublicKey key) => Hex.Of(SHA256.HashData(Encoding.ASCII.GetBytes(PemText.Write("PUBLIC KEY", key.Spki))));
}
