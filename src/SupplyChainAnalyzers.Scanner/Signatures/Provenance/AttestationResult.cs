namespace SupplyChainAnalyzers.Scanner.Signatures.Provenance;

/// <summary>What an attestation vouches for.</summary>
/// <param name="Signer">Who has signed it; of several the first.</param>
/// <param name="PredicateType">What kind of statement it is.</param>
/// <param name="Provenance">How the files were built; null for another kind of statement.</param>
/// <param name="Files">How many files it had to be about.</param>
/// <param name="Uncovered">Those of them that it is not about.</param>
internal sealed record AttestationResult(VerifiedSigner Signer, string PredicateType, SlsaProvenance? Provenance, int Files, IReadOnlyList<string> Uncovered);
