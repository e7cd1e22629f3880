namespace SupplyChainAnalyzers.Cli.Signing;

/// <summary>
/// Whoever holds a private key: a file, a PKCS#11 token, a key management service. It is handed bytes and hands back a signature; the key
/// never leaves it.
/// </summary>
internal interface IModelSigner
{
    /// <summary>SubjectPublicKeyInfo of the key, DER: ECDSA on P-256, P-384 or P-521.</summary>
    byte[] PublicKey { get; }

    /// <summary>DER, leaf first; empty when verifiers are to trust the bare key.</summary>
    IReadOnlyList<byte[]> Certificates { get; }

    /// <summary>ECDSA with the digest that goes with the curve (SHA-256, SHA-384, SHA-512), in DER.</summary>
    byte[] Sign(byte[] data);
}
