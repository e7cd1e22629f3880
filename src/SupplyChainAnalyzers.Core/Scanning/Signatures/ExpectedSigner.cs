using SupplyChainAnalyzers.Core.Policy;

namespace SupplyChainAnalyzers.Core.Scanning.Signatures;

/// <summary>One who may have signed, and how he is recognised. From the policy or the command line, never from a signature or the lock.</summary>
public sealed record ExpectedSigner
{
    /// <summary>How he is recognised.</summary>
    public required SigningMethod Method { get; init; }

    /// <summary>Method key: public keys, PEM or DER each.</summary>
    public IReadOnlyList<byte[]> Keys { get; init; } = [];

    /// <summary>Method certificate: trusted certificates, PEM or DER each.</summary>
    public IReadOnlyList<byte[]> Roots { get; init; } = [];

    /// <summary>Method certificate: whether the certificate must be valid now (OMS 1.0 §8.2), or at its own first moment.</summary>
    public bool CertificateMustBeValidNow { get; init; } = true;

    /// <summary>Method certificate: time stamp authorities, PEM or DER each, a chain that ends with its root; empty believes no time stamp.</summary>
    public IReadOnlyList<byte[]> TimestampRoots { get; init; } = [];

    /// <summary>Method sigstore: who must have signed. Method certificate: the subject; null takes any.</summary>
    public string? Identity { get; init; }

    /// <summary>Whether <see cref="Identity"/> is a glob; else it must be equal.</summary>
    public bool IdentityIsPattern { get; init; }

    /// <summary>Method sigstore: who must have vouched for the identity, exactly.</summary>
    public string? Issuer { get; init; }

    /// <summary>Method sigstore: trusted_root.json; null takes the one that comes with the scanner.</summary>
    public byte[]? TrustedRoot { get; init; }
}
