using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Policy.Reading;

namespace SupplyChainAnalyzers.Core.Policy.Members;

/// <summary>A list of forbidden texts and globs.</summary>
internal sealed class PatternDenyMember<TSection>(
    string path, Func<TSection, Setting<IReadOnlyList<PolicyPattern>>?> get, Func<TSection, Setting<IReadOnlyList<PolicyPattern>>, TSection> set)
    : DemandListMember<TSection, PolicyPattern>(path, get, set)
{
    /// <summary>Why a pattern cannot have any effect; null when it can.</summary>
    public Func<PolicyPattern, string?> Refuse { get; init; } = static _ => null;

    protected override bool TryReadEntry(JsonNode node, PolicySource source, out PolicyPattern entry)
    {
        var pattern = source.Pattern(node, Path, Refuse);
        entry = pattern!;
        return pattern is not null;
    }

    protected override string Show(PolicyPattern entry) => entry.Text;
}
