using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Policy.Reading;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Policy.Members;

/// <summary>A list of what is allowed: a child's entries are each covered by one of the base's.</summary>
internal abstract class AllowListMember<TSection, TEntry>(
    string path, Func<TSection, Setting<IReadOnlyList<TEntry>>?> get, Func<TSection, Setting<IReadOnlyList<TEntry>>, TSection> set)
    : SettingMember<TSection, IReadOnlyList<TEntry>>(path, get, set)
    where TEntry : class
{
    /// <summary>Whether a list that is not stated allows nothing; else it allows anything.</summary>
    public bool AbsentAllowsNothing { get; init; }

    /// <summary>Whether the list has any effect in this section; it always has unless something else decides.</summary>
    public Func<TSection, bool> Applies { get; init; } = static _ => true;

    public override void CheckTightens(TSection section, TSection floor, LooseningReport report)
    {
        var (own, bound) = (Get(section), Get(floor));
        if (own is null || (bound is null && !AbsentAllowsNothing) || !Applies(floor)) return;
        foreach (var entry in own.Value)
        {
            if (bound is not null && bound.Value.Any(wide => Covers(wide, entry))) continue;
            report.Add(PlaceOf(entry), $"{Path} allows '{Printable.Of(Show(entry))}', which is not allowed", bound?.Place, "remove it, or ask the owner of that policy to allow it");
        }
    }

    protected override Setting<IReadOnlyList<TEntry>>? FloorOf(TSection floor) =>
        Get(floor) ?? (AbsentAllowsNothing && Applies(floor) ? new Setting<IReadOnlyList<TEntry>>([], PolicyPlace.BuiltIn) : null);

    protected override bool TryRead(JsonNode node, PolicySource source, out IReadOnlyList<TEntry> value)
    {
        value = [];
        if (source.Items(node, Path) is not { } items) return false;

        var entries = items.Select(item => ReadEntry(item, source)).ToList();
        if (entries.Contains(null)) return false;
        value = entries!;
        return true;
    }

    // What both allow. Of two globs that overlap without one covering the other nothing is kept: less, never more.
    protected override Setting<IReadOnlyList<TEntry>> Both(Setting<IReadOnlyList<TEntry>> first, Setting<IReadOnlyList<TEntry>> second)
    {
        var kept = first.Value.Where(entry => second.Value.Any(wide => Covers(wide, entry))).ToList();
        kept.AddRange(second.Value.Where(entry => !kept.Any(wide => Covers(wide, entry)) && first.Value.Any(wide => Covers(wide, entry))));
        return first with { Value = kept };
    }

    protected override bool IsDemand(IReadOnlyList<TEntry> value) => !AbsentAllowsNothing;

    protected override void WriteValue(IReadOnlyList<TEntry> value, JsonWriter writer, string file)
    {
        writer.BeginArray();
        foreach (var entry in value) WriteEntry(entry, writer);
        writer.EndArray();
    }

    /// <summary>Reads one entry; null when something was reported.</summary>
    protected abstract TEntry? ReadEntry(JsonNode node, PolicySource source);

    protected abstract bool Covers(TEntry wide, TEntry narrow);

    protected abstract PolicyPlace PlaceOf(TEntry entry);

    protected abstract string Show(TEntry entry);

    protected abstract void WriteEntry(TEntry entry, JsonWriter writer);
}
