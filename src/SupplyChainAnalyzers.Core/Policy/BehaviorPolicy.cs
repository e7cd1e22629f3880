namespace SupplyChainAnalyzers.Core.Policy;

/// <summary><c>behavior</c>: which behavioural checks a model needs.</summary>
public sealed record BehaviorPolicy
{
    /// <summary>Checks by format id, ordinal order; built in: none.</summary>
    public Setting<IReadOnlyDictionary<string, IReadOnlyList<BehaviorCheck>>>? Require { get; init; }

    /// <summary>How deep checks go; built in: off.</summary>
    public Setting<BehaviorTier>? Tier { get; init; }

    /// <summary>Seconds all checks of one model may take; null takes the checks' own.</summary>
    public Setting<int>? BudgetSeconds { get; init; }
}
