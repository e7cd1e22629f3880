using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.Core.Verification;

/// <summary>What came of a verification.</summary>
public sealed record VerificationResult
{
    /// <summary>Findings with the level the policy gave them, ordered by file, place, rule and message.</summary>
    public required IReadOnlyList<DecidedFinding> Findings { get; init; }

    /// <summary>Models in the lock; 0 when it could not be read.</summary>
    public int Models { get; init; }

    /// <summary>Declared files that were looked at.</summary>
    public int Files { get; init; }

    /// <summary>Files whose content was read and hashed.</summary>
    public int Hashed { get; init; }

    /// <summary>Files whose digest came from the cache.</summary>
    public int Cached { get; init; }

    /// <summary>Bytes of the hashed files.</summary>
    public long BytesHashed { get; init; }

    /// <summary>Who vouches for each model, in the lock's order; empty unless it was asked for.</summary>
    public IReadOnlyList<ModelEvidence> Evidence { get; init; } = [];

    /// <summary>Whether any finding fails.</summary>
    public bool Failed => Findings.Any(static finding => finding.Level == Level.Error);
}
