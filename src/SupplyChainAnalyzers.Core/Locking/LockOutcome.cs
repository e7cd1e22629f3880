using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Manifest;

namespace SupplyChainAnalyzers.Core.Locking;

/// <summary>What came of looking for models.</summary>
public sealed record LockOutcome
{
    /// <summary>The lock to write; null when a finding is an error.</summary>
    public ModelsLock? Lock { get; init; }

    /// <summary>What stands in the way (errors), and what to know (the rest).</summary>
    public required IReadOnlyList<DecidedFinding> Findings { get; init; }

    /// <summary>How <see cref="Lock"/> differs from the one before, in ordinal order of models and files.</summary>
    public IReadOnlyList<LockChange> Changes { get; init; } = [];

    /// <summary>Whether a file was written; false too when it held the same bytes already.</summary>
    public bool IsWritten { get; init; }

    /// <summary>Files that were hashed.</summary>
    public int Hashed { get; init; }

    /// <summary>Bytes that were hashed.</summary>
    public long BytesHashed { get; init; }
}
