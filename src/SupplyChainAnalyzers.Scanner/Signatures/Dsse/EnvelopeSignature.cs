using System.Security.Cryptography;
using SupplyChainAnalyzers.Scanner.Signatures.Keys;

namespace SupplyChainAnalyzers.Scanner.Signatures.Dsse;

/// <summary>The signature over an envelope, and the form that version 0.2 of the reference made by mistake.</summary>
internal static class EnvelopeSignature
{
    public static bool IsValid(DsseEnvelope envelope, PublicKey key, bool legacy) =>
        key.Verify(envelope.SignedBytes, envelope.Signature)
        || (legacy && key.Verify(LegacyEncoding.Of(envelope.Payload), envelope.Signature, HashAlgorithmName.SHA256));
}
