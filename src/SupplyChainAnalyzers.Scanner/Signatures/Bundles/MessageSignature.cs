namespace SupplyChainAnalyzers.Scanner.Signatures.Bundles;

/// <summary>A signature over an artifact's bytes.</summary>
/// <param name="Sha256">The digest the bundle claims; a hint that must fit. Null when it claims none.</param>
/// <param name="Signature">The signature.</param>
internal sealed record MessageSignature(byte[]? Sha256, byte[] Signature);
