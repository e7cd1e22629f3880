using SupplyChainAnalyzers.Core.Documents;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Core.Policy.Reading;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Policy.Members;

/// <summary><c>behavior.require</c>: checks by format, joined with the bases'.</summary>
internal sealed class BehaviorRequireMember() : MapMember<BehaviorPolicy, IReadOnlyList<BehaviorCheck>>(
    "behavior.require", static section => section.Require, static (section, value) => section with { Require = value })
{
    private static readonly PolicyWords<BehaviorCheck> Checks = new("golden", "trigger-search", "activation-clustering", "weights");

    protected override bool IsJoined => true;

    public override void CheckTightens(BehaviorPolicy section, BehaviorPolicy floor, LooseningReport report)
    {
        // Joined: nothing a child writes loosens it.
    }

    protected override Setting<IReadOnlyDictionary<string, IReadOnlyList<BehaviorCheck>>> Both(
        Setting<IReadOnlyDictionary<string, IReadOnlyList<BehaviorCheck>>> first, Setting<IReadOnlyDictionary<string, IReadOnlyList<BehaviorCheck>>> second)
    {
        var joined = first.Value.ToDictionary(static pair => pair.Key, static pair => pair.Value, StringComparer.Ordinal);
        foreach (var pair in second.Value)
            joined[pair.Key] = joined.TryGetValue(pair.Key, out var own) ? [.. own.Union(pair.Value)] : pair.Value;
        return first with { Value = new OrdinalMap<IReadOnlyList<BehaviorCheck>>(joined) };
    }

    protected override string? ReadKey(JsonMember member, PolicySource source)
    {
        if (ModelFormats.Find(member.Name) is not null) return member.Name;
        source.Errors.Add(Rules.PolicyValue, $"'{Printable.Of(member.Name)}' is no known format{Similar.Suggest(member.Name, ModelFormats.All.Select(static format => format.Id))}", member.NameRegion);
        return null;
    }

    protected override IReadOnlyList<BehaviorCheck>? ReadEntry(string key, JsonMember member, PolicySource source)
    {
        if (source.Items(member.Value, Path) is not { } items) return null;
        var checks = new List<BehaviorCheck>();
        bool whole = true;
        foreach (var item in items)
        {
            if (Checks.TryRead(item, Path, source, out var check)) checks.Add(check);
            else whole = false;
        }

        return whole ? [.. checks.Distinct()] : null;
    }

    protected override void WriteEntry(IReadOnlyList<BehaviorCheck> entry, JsonWriter writer, string file)
    {
        writer.BeginArray(inline: true);
        foreach (var check in entry) writer.String(Checks.Of(check));
        writer.EndArray();
    }
}
