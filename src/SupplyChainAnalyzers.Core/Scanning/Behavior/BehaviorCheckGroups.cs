using SupplyChainAnalyzers.Core.Policy;

namespace SupplyChainAnalyzers.Core.Scanning.Behavior;

/// <summary>What stands behind the checks that locks and policies name.</summary>
internal static class BehaviorCheckGroups
{
    /// <summary>The name that stands for several checks.</summary>
    private const string TriggerSearch = "trigger-search";

    private const string Agreement = "agreement";

    /// <summary>Ids of the checks that must come to their end where a policy demands this one.</summary>
    public static IReadOnlyList<string> Of(BehaviorCheck check) => check switch
    {
        BehaviorCheck.Golden => ["golden"],
        BehaviorCheck.TriggerSearch => ["neural-cleanse", "superimposed", "additive"],
        BehaviorCheck.ActivationClustering => ["activation-clustering"],
        _ => ["weights"],
    };

    /// <summary>The shallowest tier in which they run.</summary>
    public static BehaviorTier TierOf(BehaviorCheck check) => check switch
    {
        BehaviorCheck.TriggerSearch => BehaviorTier.Standard,
        _ => BehaviorTier.Fast,
    };

    /// <summary>Ids for a name in a lock. Searches are weighed together, with what else their agreement looks at.</summary>
    public static IReadOnlyList<string> Of(string name) => name == TriggerSearch ? [.. Of(BehaviorCheck.TriggerSearch), Agreement] : [name];
}
