namespace SupplyChainAnalyzers.Scanner.Signatures.Oms;

/// <summary>What was signed: the files of a model and how they were hashed (OpenSSF Model Signing 1.0 §6).</summary>
internal sealed record OmsManifest
{
    /// <summary>Name of the model, for people.</summary>
    public required string ModelName { get; init; }

    /// <summary>Files, or parts of files, in the order they were signed in.</summary>
    public required IReadOnlyList<OmsResource> Resources { get; init; }

    /// <summary>How the resources were hashed.</summary>
    public required OmsHash Hash { get; init; }

    /// <summary>Bytes of a part; null when whole files were hashed.</summary>
    public long? ShardSize { get; init; }

    /// <summary>Whether links were followed when it was signed.</summary>
    public bool AllowsLinks { get; init; }

    /// <summary>Paths that were left out when it was signed, with all below them.</summary>
    public IReadOnlyList<string> IgnoredPaths { get; init; } = [];
}
