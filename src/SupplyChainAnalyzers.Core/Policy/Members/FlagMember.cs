using SupplyChainAnalyzers.Core.Documents;
using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Policy.Reading;

namespace SupplyChainAnalyzers.Core.Policy.Members;

/// <summary>true or false, where true is the stricter.</summary>
internal sealed class FlagMember<TSection>(
    string path, Func<TSection, Setting<bool>?> get, Func<TSection, Setting<bool>, TSection> set)
    : OrderedMember<TSection, bool>(path, get, set)
{
    protected override bool TryRead(JsonNode node, PolicySource source, out bool value)
    {
        value = node.Kind == JsonKind.True;
        if (value || node.Kind == JsonKind.False) return true;
        source.Wrong(node, $"'{Path}' must be true or false, not {Kinds.Of(node)}");
        return false;
    }

    protected override string Show(bool value) => value ? "true" : "false";

    protected override void WriteValue(bool value, JsonWriter writer, string file) => writer.Boolean(value);
}
