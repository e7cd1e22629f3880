using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Scanning.Behavior;

namespace SupplyChainAnalyzers.Core.Verification.Behavior;

/// <summary>What policy, build and lock together ask of one file's behaviour.</summary>
/// <param name="Tier">How deep; off for nothing.</param>
/// <param name="Checks">Ids of the only checks; empty for all of the tier.</param>
/// <param name="Demanded">What the policy wants to see done.</param>
internal sealed record BehaviorPlan(BehaviorTier Tier, IReadOnlyList<string> Checks, IReadOnlyList<BehaviorCheck> Demanded)
{
    /// <summary>
    /// The deeper of what policy and build ask for; the lock's own where the build asks for nothing. A lock's list of checks holds only where nobody else
    /// asks for a tier: a list must not be a way around one.
    /// </summary>
    /// <param name="policy">The rules.</param>
    /// <param name="asked">By the build; null when it does not ask.</param>
    /// <param name="fact">What the lock says of the model; null when nothing.</param>
    /// <param name="format">Id of the file's format.</param>
    public static BehaviorPlan Of(BehaviorPolicy policy, BehaviorTier? asked, BehaviorFact? fact, string format)
    {
        IReadOnlyList<BehaviorCheck> demanded = policy.Require is { } require && require.Value.TryGetValue(format, out var list) ? list : [];
        var needed = demanded.Select(BehaviorCheckGroups.TierOf).DefaultIfEmpty(BehaviorTier.Off).Max();
        var floor = policy.Tier?.Value ?? BehaviorTier.Off;
        var own = fact?.OwnTier ?? BehaviorTier.Off;
        if (floor == BehaviorTier.Off && asked is null && own > BehaviorTier.Off && fact!.Checks.Count > 0)
            return new BehaviorPlan(Deeper(own, needed), [.. fact.Checks.SelectMany(BehaviorCheckGroups.Of).Concat(demanded.SelectMany(BehaviorCheckGroups.Of)).Distinct()], demanded);

        return new BehaviorPlan(Deeper(Deeper(floor, needed), asked ?? own), [], demanded);
    }

    private static BehaviorTier Deeper(BehaviorTier one, BehaviorTier other) => one > other ? one : other;
}
