using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Manifest;

/// <summary>The behavioural checks a model declares, and the data they run on.</summary>
public sealed record BehaviorFact
{
    /// <summary>How deep checks go; null where the data given decide.</summary>
    public BehaviorTier? Tier { get; init; }

    /// <summary>Inputs known to be harmless.</summary>
    public BehaviorFile? Probe { get; init; }

    /// <summary>The inputs' classes.</summary>
    public BehaviorFile? Labels { get; init; }

    /// <summary>What the model was trained on, with classes.</summary>
    public BehaviorFile? Training { get; init; }

    /// <summary>SHA-256 of the golden outputs; <see cref="GoldenFiles"/> says where they lie.</summary>
    public string? GoldenSha256 { get; init; }

    /// <summary>Largest accepted difference, as text.</summary>
    public string? GoldenTolerance { get; init; }

    /// <summary>Name of the model of the same lock that this one is compared with: an earlier version that is trusted.</summary>
    public string? Reference { get; init; }

    /// <summary>Names of the checks, in the order written; empty runs all of the tier.</summary>
    public IReadOnlyList<string> Checks { get; init; } = [];

    /// <summary>Parameters that differ from a check's own, as <c>check.parameter</c>; numbers as text.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new OrdinalMap<string>([]);

    /// <summary>Findings that two people took for natural, by <see cref="AcceptedTrigger.Key"/>.</summary>
    public IReadOnlyDictionary<string, AcceptedTrigger> Accepted { get; init; } = new OrdinalMap<AcceptedTrigger>([]);

    /// <summary>Where the object stands.</summary>
    public TextRegion Region { get; init; }

    /// <summary>The tier that holds where neither policy nor build asks for one.</summary>
    public BehaviorTier OwnTier => Tier ?? (Probe is null ? BehaviorTier.Fast : BehaviorTier.Standard);
}
