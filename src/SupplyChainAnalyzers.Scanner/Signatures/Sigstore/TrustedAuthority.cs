namespace SupplyChainAnalyzers.Scanner.Signatures.Sigstore;

/// <summary>An authority of certificates or timestamps of a trusted root.</summary>
/// <param name="Uri">Its address, for people.</param>
/// <param name="Certificates">DER; the last is the root, those before are intermediates, and of a time stamp authority the first may be its own.</param>
/// <param name="Valid">When.</param>
internal sealed record TrustedAuthority(string Uri, IReadOnlyList<byte[]> Certificates, ValidityPeriod Valid);
