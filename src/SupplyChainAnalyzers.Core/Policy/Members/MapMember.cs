using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Core.Policy.Reading;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Policy.Members;

/// <summary>Entries keyed by name.</summary>
internal abstract class MapMember<TSection, TEntry>(
    string path,
    Func<TSection, Setting<IReadOnlyDictionary<string, TEntry>>?> get,
    Func<TSection, Setting<IReadOnlyDictionary<string, TEntry>>, TSection> set)
    : SettingMember<TSection, IReadOnlyDictionary<string, TEntry>>(path, get, set)
    where TEntry : class
{
    protected override bool TryRead(JsonNode node, PolicySource source, out IReadOnlyDictionary<string, TEntry> value)
    {
        value = new OrdinalMap<TEntry>([]);
        if (source.Map(node, Path) is not { } members) return false;

        var entries = new Dictionary<string, TEntry>(StringComparer.Ordinal);
        bool whole = true;
        foreach (var member in members)
        {
            string? key = ReadKey(member, source);
            var entry = key is null ? null : ReadEntry(key, member, source);
            if (key is null || entry is null)
            {
                whole = false;
            }
            else if (entries.ContainsKey(key))
            {
                source.Errors.Add(Rules.PolicyDuplicate, $"'{Printable.Of(member.Name)}' and an entry before it are one and the same in '{Path}'; keep one", member.NameRegion);
                whole = false;
            }
            else
            {
                entries[key] = entry;
            }
        }

        value = new OrdinalMap<TEntry>(entries);
        return whole;
    }

    protected override bool IsDemand(IReadOnlyDictionary<string, TEntry> value) => value.Count > 0;

    protected override void WriteValue(IReadOnlyDictionary<string, TEntry> value, JsonWriter writer, string file)
    {
        writer.BeginObject();
        foreach (var pair in value)
        {
            writer.Name(NameOf(pair.Key, pair.Value));
            WriteEntry(pair.Value, writer, file);
        }

        writer.EndObject();
    }

    /// <summary>The key under which an entry is kept; null when something was reported.</summary>
    protected virtual string? ReadKey(JsonMember member, PolicySource source)
    {
        if (!string.IsNullOrWhiteSpace(member.Name)) return member.Name;
        source.Errors.Add(Rules.PolicyValue, $"An entry of '{Path}' has no name", member.NameRegion);
        return null;
    }

    /// <summary>The name as it is written.</summary>
    protected virtual string NameOf(string key, TEntry entry) => key;

    /// <summary>Reads an entry; null when something was reported.</summary>
    protected abstract TEntry? ReadEntry(string key, JsonMember member, PolicySource source);

    protected abstract void WriteEntry(TEntry entry, JsonWriter writer, string file);
}
