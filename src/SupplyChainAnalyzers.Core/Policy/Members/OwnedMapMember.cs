using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Policy.Members;

/// <summary>Entries that grant something (trust, an exemption): they belong to the base, a child may drop or narrow them.</summary>
internal abstract class OwnedMapMember<TSection, TEntry>(
    string path,
    Func<TSection, Setting<IReadOnlyDictionary<string, TEntry>>?> get,
    Func<TSection, Setting<IReadOnlyDictionary<string, TEntry>>, TSection> set)
    : MapMember<TSection, TEntry>(path, get, set)
    where TEntry : class
{
    public override void CheckTightens(TSection section, TSection floor, LooseningReport report)
    {
        if (Get(section) is not { } own || !Owns(floor)) return;
        var bound = Get(floor);
        foreach (var pair in own.Value)
        {
            string name = Printable.Of(pair.Key);
            if (bound is null || !bound.Value.TryGetValue(pair.Key, out var wide))
                report.Add(PlaceOf(pair.Value), $"{Path} adds '{name}', which is not granted", bound?.Place, "remove it, or ask the owner of that policy to grant it");
            else if (WhyWider(wide, pair.Value) is { } reason)
                report.Add(PlaceOf(pair.Value), $"{Path} '{name}' {reason} than", PlaceOf(wide), "write it as it stands there");
        }
    }

    protected override Setting<IReadOnlyDictionary<string, TEntry>>? FloorOf(TSection floor) =>
        Get(floor) ?? (Owns(floor) ? new Setting<IReadOnlyDictionary<string, TEntry>>(new OrdinalMap<TEntry>([]), PolicyPlace.BuiltIn) : null);

    // What both grant, each entry in its narrower form.
    protected override Setting<IReadOnlyDictionary<string, TEntry>> Both(
        Setting<IReadOnlyDictionary<string, TEntry>> first, Setting<IReadOnlyDictionary<string, TEntry>> second)
    {
        var kept = new List<KeyValuePair<string, TEntry>>();
        foreach (var pair in first.Value)
        {
            if (!second.Value.TryGetValue(pair.Key, out var other)) continue;
            if (WhyWider(other, pair.Value) is null) kept.Add(pair);
            else if (WhyWider(pair.Value, other) is null) kept.Add(new(pair.Key, other));
        }

        return first with { Value = new OrdinalMap<TEntry>(kept) };
    }

    /// <summary>Whether a base speaks about this at all; until it does, a child is free.</summary>
    protected abstract bool Owns(TSection floor);

    /// <summary>How <paramref name="narrow"/> grants more than <paramref name="wide"/>, to be followed by "than"; null when it does not.</summary>
    protected abstract string? WhyWider(TEntry wide, TEntry narrow);

    protected abstract PolicyPlace PlaceOf(TEntry entry);
}
