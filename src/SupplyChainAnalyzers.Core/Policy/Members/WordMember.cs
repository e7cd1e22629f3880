using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Policy.Reading;

namespace SupplyChainAnalyzers.Core.Policy.Members;

/// <summary>One word of a scale whose enumeration is ordered from weak to strong.</summary>
internal sealed class WordMember<TSection, TValue>(
    string path, PolicyWords<TValue> words, Func<TSection, Setting<TValue>?> get, Func<TSection, Setting<TValue>, TSection> set)
    : OrderedMember<TSection, TValue>(path, get, set)
    where TValue : struct, Enum
{
    protected override bool TryRead(JsonNode node, PolicySource source, out TValue value) => words.TryRead(node, Path, source, out value);

    protected override string Show(TValue value) => words.Of(value);

    protected override void WriteValue(TValue value, JsonWriter writer, string file) => writer.String(words.Of(value));
}
