using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Policy.Reading;

namespace SupplyChainAnalyzers.Core.Policy.Members;

/// <summary>A list of demands that are words.</summary>
internal sealed class WordDemandMember<TSection, TEntry>(
    string path, PolicyWords<TEntry> words,
    Func<TSection, Setting<IReadOnlyList<TEntry>>?> get, Func<TSection, Setting<IReadOnlyList<TEntry>>, TSection> set)
    : DemandListMember<TSection, TEntry>(path, get, set)
    where TEntry : struct, Enum
{
    protected override bool TryReadEntry(JsonNode node, PolicySource source, out TEntry entry) => words.TryRead(node, Path, source, out entry);

    protected override string Show(TEntry entry) => words.Of(entry);
}
