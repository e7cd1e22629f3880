using SupplyChainAnalyzers.Core.Json;

namespace SupplyChainAnalyzers.Core.Manifest.Writing;

/// <summary>Maps keyed by name or path: ordinal order, one entry a line, so that merges touch disjoint lines.</summary>
internal static class MapWriter
{
    /// <summary>Writes a map; <paramref name="write"/> writes one value.</summary>
    public static JsonWriter Map<T>(this JsonWriter json, IReadOnlyDictionary<string, T> map, Action<JsonWriter, T> write)
    {
        json.BeginObject();
        foreach (var pair in map.OrderBy(static pair => pair.Key, StringComparer.Ordinal))
        {
            json.Name(pair.Key);
            write(json, pair.Value);
        }

        return json.EndObject();
    }

    /// <summary>A member that is a map of texts; left out when it is empty.</summary>
    public static JsonWriter Texts(this JsonWriter json, string name, IReadOnlyDictionary<string, string> map)
        => map.Count == 0 ? json : json.Name(name).Map(map, static (json, text) => json.String(text));
}
