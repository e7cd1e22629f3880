using SupplyChainAnalyzers.Core.Policy;

namespace SupplyChainAnalyzers.Core.Manifest;

/// <summary>The words that stand in models.lock for the members of our enumerations.</summary>
public static class ManifestWords
{
    internal static readonly WordMap<SourceType> Sources = new();
    internal static readonly WordMap<ModelRole> Roles = new();
    internal static readonly WordMap<Presence> Presences = new();
    internal static readonly WordMap<BehaviorTier> Tiers = new();

    /// <summary><c>huggingface</c>, <c>oci</c> …</summary>
    public static string Of(SourceType type) => Sources.Of(type);

    /// <summary><c>model</c>, <c>base</c> …</summary>
    public static string Of(ModelRole role) => Roles.Of(role);

    /// <summary><c>checkout</c>, <c>fetch</c> …</summary>
    public static string Of(Presence presence) => Presences.Of(presence);

    /// <summary><c>off</c>, <c>fast</c> …</summary>
    public static string Of(BehaviorTier tier) => Tiers.Of(tier);
}
