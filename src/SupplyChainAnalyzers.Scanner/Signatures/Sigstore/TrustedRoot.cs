namespace SupplyChainAnalyzers.Scanner.Signatures.Sigstore;

/// <summary>Whom keyless verification trusts (sigstore_trustroot.proto). It comes from the verifier, never with a bundle.</summary>
/// <param name="Logs">Logs of signatures.</param>
/// <param name="CertificateLogs">Logs of certificates.</param>
/// <param name="CertificateAuthorities">Who issues signing certificates.</param>
/// <param name="TimestampAuthorities">Who signs times.</param>
internal sealed record TrustedRoot(
    IReadOnlyList<TrustedLog> Logs,
    IReadOnlyList<TrustedLog> CertificateLogs,
    IReadOnlyList<TrustedAuthority> CertificateAuthorities,
    IReadOnlyList<TrustedAuthority> TimestampAuthorities);
