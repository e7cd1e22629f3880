namespace SupplyChainAnalyzers.Core.Verification;

/// <summary>Who vouches for a model.</summary>
/// <param name="Model">Its name in the lock.</param>
/// <param name="PackageUrl">Where the lock says it comes from, as a policy's <c>for</c> names it.</param>
/// <param name="Bundles">Its signature and attestation; empty when the lock names none, or none could be looked at.</param>
public sealed record ModelEvidence(string Model, string PackageUrl, IReadOnlyList<BundleEvidence> Bundles);
