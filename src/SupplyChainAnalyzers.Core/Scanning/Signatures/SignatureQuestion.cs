namespace SupplyChainAnalyzers.Core.Scanning.Signatures;

/// <summary>A signature to be verified, and whom to trust.</summary>
public sealed record SignatureQuestion
{
    /// <summary>Absolute path of the bundle.</summary>
    public required string Bundle { get; init; }

    /// <summary>The digest the bundle must have (64 lower-case hex digits); null takes it as it is. Not told to the scanner.</summary>
    public string? BundleSha256 { get; init; }

    /// <summary>What messages call the bundle; null takes its path. Not told to the scanner.</summary>
    public string? Name { get; init; }

    /// <summary>Absolute path of the model: a folder or its only file.</summary>
    public required string Model { get; init; }

    /// <summary>Who may have signed: one of them is enough. Empty asks only whether the signature is intact, whoever made it.</summary>
    public IReadOnlyList<ExpectedSigner> Signers { get; init; } = [];

    /// <summary>What the bundle must say as a statement about the files; null asks for the signature of the model itself.</summary>
    public AttestationDemand? Attestation { get; init; }

    /// <summary>Paths in the model that are left out, with all below them.</summary>
    public IReadOnlyList<string> IgnoredPaths { get; init; } = [];

    /// <summary>Whether files that were not signed may lie in the model.</summary>
    public bool IgnoreUnsignedFiles { get; init; }

    /// <summary>Whether links are followed, where the signer has recorded that they were.</summary>
    public bool AllowLinks { get; init; }

    /// <summary>Whether signatures of the reference's version 0.2 are taken.</summary>
    public bool AllowLegacy { get; init; }

    /// <summary>What the caller has hashed. It goes into the question, so the digests are exactly as good as the caller's own.</summary>
    public IReadOnlyList<KnownFile> Known { get; init; } = [];

    /// <summary>Whether <see cref="Known"/> is the whole model: then what else lies in its folder belongs to somebody else.</summary>
    public bool IsOnlyKnown { get; init; }
}
