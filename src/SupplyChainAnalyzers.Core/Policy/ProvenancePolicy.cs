namespace SupplyChainAnalyzers.Core.Policy;

/// <summary><c>provenance</c>: which facts about its origin a model needs.</summary>
public sealed record ProvenancePolicy
{
    /// <summary>Facts the lock has to record; built in: none.</summary>
    public Setting<IReadOnlyList<ProvenanceDemand>>? Require { get; init; }

    /// <summary>Who may have built an attested model (SLSA <c>builder.id</c>); built in: anybody.</summary>
    public Setting<IReadOnlyList<PolicyPattern>>? Builders { get; init; }

    /// <summary>From which source, <c>git+https://…@ref</c>; built in: any.</summary>
    public Setting<IReadOnlyList<PolicyPattern>>? Sources { get; init; }

    /// <summary>With which external parameters, <c>name=value</c> each; built in: any.</summary>
    public Setting<IReadOnlyList<PolicyPattern>>? Parameters { get; init; }

    /// <summary>With which resolved dependencies, by address; built in: any.</summary>
    public Setting<IReadOnlyList<PolicyPattern>>? Dependencies { get; init; }
}
