namespace SupplyChainAnalyzers.Core.Policy;

/// <summary>One entry of <c>signatures.trusted</c>.</summary>
public sealed record TrustedSigner
{
    /// <summary>Package URLs this signer is trusted for.</summary>
    public required IReadOnlyList<PolicyPattern> For { get; init; }

    /// <summary>How it is recognised.</summary>
    public required SigningMethod Method { get; init; }

    /// <summary>Who vouches for the identity, exactly (sigstore).</summary>
    public string? Issuer { get; init; }

    /// <summary>Who signed (sigstore); for a certificate it narrows the subject.</summary>
    public PolicyPattern? Identity { get; init; }

    /// <summary>Absolute paths of root certificates (certificate).</summary>
    public IReadOnlyList<string> Roots { get; init; } = [];

    /// <summary>Absolute paths of time stamp authorities (certificate); their stamps keep a signature valid when its certificate has expired.</summary>
    public IReadOnlyList<string> TimestampRoots { get; init; } = [];

    /// <summary>Absolute paths of public keys (key).</summary>
    public IReadOnlyList<string> Keys { get; init; } = [];

    /// <summary>Absolute path of trusted_root.json (sigstore); null for the public instance.</summary>
    public string? TrustedRoot { get; init; }

    /// <summary>Where the entry's name stands.</summary>
    public required PolicyPlace Place { get; init; }
}
