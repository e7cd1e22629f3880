namespace SupplyChainAnalyzers.Core.Policy;

/// <summary><c>provenance</c>: which facts about its origin a model needs.</summary>
public sealed record ProvenancePolicy
{
    /// <summary>Facts the lock has to record; built in: none.</summary>
    public Setting<IReadOnlyList<ProvenanceDemand>>? Require { get; init; }
}
