namespace SupplyChainAnalyzers.Scanner.Signatures.Oms;

/// <summary>What the verifier allows, beyond what the signer has recorded.</summary>
internal sealed record OmsOptions
{
    /// <summary>Paths that are left out, relative to the model, with all below them.</summary>
    public IReadOnlyList<string> IgnoredPaths { get; init; } = [];

    /// <summary>The signature itself, where it lies in the model: neither covered nor missed.</summary>
    public string? OwnPath { get; init; }

    /// <summary>Whether files that were not signed may lie there. What was signed must be there all the same.</summary>
    public bool IgnoreUnsignedFiles { get; init; }

    /// <summary>Whether links are followed; only together with the signer's own record that they were.</summary>
    public bool AllowLinks { get; init; }

    /// <summary>Whether signatures of version 0.2 of the reference are taken.</summary>
    public bool AllowLegacy { get; init; }
}
