using SupplyChainAnalyzers.Scanner.Signatures.Keys;

namespace SupplyChainAnalyzers.Scanner.Signatures.Sigstore;

/// <summary>A transparency log of a trusted root: one of signatures (Rekor), or one of certificates.</summary>
/// <param name="Origin">Host and path of its address: the name in its checkpoints.</param>
/// <param name="KeyId">What entries name it by.</param>
/// <param name="Key">What it signs with.</param>
/// <param name="Valid">When.</param>
internal sealed record TrustedLog(string Origin, byte[] KeyId, PublicKey Key, ValidityPeriod Valid);
