using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Policy.Reading;

namespace SupplyChainAnalyzers.Core.Policy.Members;

/// <summary>A text that the base decides as soon as it states one: a child may repeat it, not change it.</summary>
internal sealed class OwnedTextMember<TSection>(
    string path,
    Func<JsonNode, PolicySource, string?> read,
    Func<string, string, string> write,
    Func<TSection, Setting<string>?> get,
    Func<TSection, Setting<string>, TSection> set)
    : SettingMember<TSection, string>(path, get, set)
{
    public override void CheckTightens(TSection section, TSection floor, LooseningReport report)
    {
        if (Get(section) is { } own && Get(floor) is { } bound && own.Value != bound.Value)
            report.Add(own.Place, $"{Path} differs from the one", bound.Place, "remove it");
    }

    protected override bool TryRead(JsonNode node, PolicySource source, out string value)
    {
        string? text = read(node, source);
        value = text ?? "";
        return text is not null;
    }

    // Two bases that differ cannot both be right: the check against the second reports it.
    protected override Setting<string> Both(Setting<string> first, Setting<string> second) => first;

    protected override bool IsDemand(string value) => true;

    protected override void WriteValue(string value, JsonWriter writer, string file) => writer.String(write(value, file));
}
