using SupplyChainAnalyzers.Core.Signing;

namespace SupplyChainAnalyzers.Scanner.Signatures.Dsse;

/// <summary>A signed payload. A key id may stand beside the signature; it proves nothing and is not kept.</summary>
/// <param name="PayloadType">Media type of the payload.</param>
/// <param name="Payload">The bytes that were signed, never serialized anew.</param>
/// <param name="Signature">The only one.</param>
internal sealed record DsseEnvelope(string PayloadType, byte[] Payload, byte[] Signature)
{
    public byte[] SignedBytes => PreAuthenticationEncoding.Of(PayloadType, Payload);
}
