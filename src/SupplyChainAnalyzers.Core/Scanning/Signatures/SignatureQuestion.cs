namespace SupplyChainAnalyzers.Core.Scanning.Signatures;

/// <summary>A signature to be verified, and whom to trust. Trust comes from the caller, never from the signature or the lock.</summary>
public sealed record SignatureQuestion
{
    /// <summary>Absolute path of the bundle.</summary>
    public required string Bundle { get; init; }

    /// <summary>What messages call the bundle; null takes its path. Not told to the scanner.</summary>
    public string? Name { get; init; }

    /// <summary>Absolute path of the model: a folder or its only file.</summary>
    public required string Model { get; init; }

    /// <summary>How the signer is recognised.</summary>
    public required Policy.SigningMethod Method { get; init; }

    /// <summary>Method key: the public key, PEM or DER.</summary>
    public byte[]? Key { get; init; }

    /// <summary>Method certificate: trusted certificates, PEM or DER each.</summary>
    public IReadOnlyList<byte[]> Trusted { get; init; } = [];

    /// <summary>Method certificate: whether the certificate must be valid now (OMS 1.0 §8.2), or at its own first moment.</summary>
    public bool CertificateMustBeValidNow { get; init; } = true;

    /// <summary>Method sigstore: who must have signed, exactly.</summary>
    public string? Identity { get; init; }

    /// <summary>Method sigstore: who must have vouched for the identity, exactly.</summary>
    public string? Issuer { get; init; }

    /// <summary>Method sigstore: trusted_root.json.</summary>
    public byte[]? TrustedRoot { get; init; }

    /// <summary>Paths in the model that are left out, with all below them.</summary>
    public IReadOnlyList<string> IgnoredPaths { get; init; } = [];

    /// <summary>Whether files that were not signed may lie in the model.</summary>
    public bool IgnoreUnsignedFiles { get; init; }

    /// <summary>Whether links are followed, where the signer has recorded that they were.</summary>
    public bool AllowLinks { get; init; }

    /// <summary>Whether signatures of the reference's version 0.2 are taken.</summary>
    public bool AllowLegacy { get; init; }
}
