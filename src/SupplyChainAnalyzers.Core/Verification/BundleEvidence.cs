namespace SupplyChainAnalyzers.Core.Verification;

/// <summary>What a signature or an attestation proves.</summary>
/// <param name="Bundle">Its path as the lock knows it, safe to show.</param>
/// <param name="IsAttestation">Whether it is a statement about how the model came to be.</param>
/// <param name="State">How much it counts.</param>
/// <param name="Facts">Who, when, with what, chain, log entry, what it covers: a name and a value each, in words, safe to show. Empty when it was refused early.</param>
public sealed record BundleEvidence(string Bundle, bool IsAttestation, EvidenceState State, IReadOnlyList<KeyValuePair<string, string>> Facts);
