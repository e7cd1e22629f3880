using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Policy.Reading;

namespace SupplyChainAnalyzers.Core.Policy.Members;

/// <summary>A list of allowed texts and globs.</summary>
internal sealed class PatternAllowMember<TSection>(
    string path, Func<TSection, Setting<IReadOnlyList<PolicyPattern>>?> get, Func<TSection, Setting<IReadOnlyList<PolicyPattern>>, TSection> set)
    : AllowListMember<TSection, PolicyPattern>(path, get, set)
{
    /// <summary>Why a pattern cannot have any effect; null when it can.</summary>
    public Func<PolicyPattern, string?> Refuse { get; init; } = static _ => null;

    protected override PolicyPattern? ReadEntry(JsonNode node, PolicySource source) => source.Pattern(node, Path, Refuse);

    protected override bool Covers(PolicyPattern wide, PolicyPattern narrow) => wide.Covers(narrow);

    protected override PolicyPlace PlaceOf(PolicyPattern entry) => entry.Place;

    protected override string Show(PolicyPattern entry) => entry.Text;

    protected override void WriteEntry(PolicyPattern entry, JsonWriter writer) => writer.String(entry.Text);
}
