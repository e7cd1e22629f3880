namespace SupplyChainAnalyzers.Core.Policy;

/// <summary><c>signatures</c>: trust stands here and never in the lock, which a change could make bring its own root.</summary>
public sealed record SignaturesPolicy
{
    /// <summary>Which models need a signature; built in: declared.</summary>
    public Setting<SignatureRequirement>? Require { get; init; }

    /// <summary>Signers by name, ordinal order; built in: nobody.</summary>
    public Setting<IReadOnlyDictionary<string, TrustedSigner>>? Trusted { get; init; }
}
