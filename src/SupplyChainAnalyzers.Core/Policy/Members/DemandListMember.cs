using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Policy.Reading;

namespace SupplyChainAnalyzers.Core.Policy.Members;

/// <summary>A list of demands: the bases' entries hold beside the child's, so nothing a child writes loosens it.</summary>
internal abstract class DemandListMember<TSection, TEntry>(
    string path, Func<TSection, Setting<IReadOnlyList<TEntry>>?> get, Func<TSection, Setting<IReadOnlyList<TEntry>>, TSection> set)
    : SettingMember<TSection, IReadOnlyList<TEntry>>(path, get, set)
{
    protected override bool IsJoined => true;

    public override void CheckTightens(TSection section, TSection floor, LooseningReport report)
    {
    }

    protected override bool TryRead(JsonNode node, PolicySource source, out IReadOnlyList<TEntry> value)
    {
        value = [];
        if (source.Items(node, Path) is not { } items) return false;

        var entries = new List<TEntry>();
        bool whole = true;
        foreach (var item in items)
        {
            if (!TryReadEntry(item, source, out var entry)) whole = false;
            else if (!Contains(entries, entry)) entries.Add(entry);
        }

        value = entries;
        return whole;
    }

    protected override Setting<IReadOnlyList<TEntry>> Both(Setting<IReadOnlyList<TEntry>> first, Setting<IReadOnlyList<TEntry>> second)
    {
        var joined = first.Value.ToList();
        foreach (var entry in second.Value)
        {
            if (!Contains(joined, entry)) joined.Add(entry);
        }

        return first with { Value = joined };
    }

    protected override bool IsDemand(IReadOnlyList<TEntry> value) => value.Count > 0;

    protected override void WriteValue(IReadOnlyList<TEntry> value, JsonWriter writer, string file)
    {
        writer.BeginArray();
        foreach (var entry in value) writer.String(Show(entry));
        writer.EndArray();
    }

    protected abstract bool TryReadEntry(JsonNode node, PolicySource source, out TEntry entry);

    /// <summary>The entry as it is written.</summary>
    protected abstract string Show(TEntry entry);

    private bool Contains(List<TEntry> entries, TEntry entry) => entries.Exists(other => Show(other) == Show(entry));
}
