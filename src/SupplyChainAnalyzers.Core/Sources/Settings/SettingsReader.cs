using SupplyChainAnalyzers.Core.Json;

namespace SupplyChainAnalyzers.Core.Sources.Settings;

/// <summary>
/// appsettings.json and what goes with it (<c>appsettings.Development.json</c>): models by id, addresses of models, endpoints of
/// hosted models, where the names of section and member leave no doubt.
/// </summary>
internal sealed class SettingsReader() : SourceReader(SourceKind.Settings)
{
    private static readonly JsonLimits Limits = new() { MaxLength = MaxCharacters, MaxNodes = 200_000 };

    public override bool Reads(string fileName) =>
        fileName.StartsWith("appsettings", StringComparison.OrdinalIgnoreCase) && fileName.EndsWith(".json", StringComparison.OrdinalIgnoreCase);

    private protected override void Read(string text, SourceContext context, SourceNotes notes)
    {
        if (JsonReader.Parse(JsonLeniency.Plain(text), Limits).Root is { } root)
            Walk(root, SettingsSection.Root.Enter("", root), new SettingsJudge(text, context, notes));
        else
            notes.IsIncomplete = true;
    }

    private static void Walk(JsonNode node, SettingsSection section, SettingsJudge judge)
    {
        foreach (var member in node.Members)
        {
            var plain = SettingsWords.Plain(member.Name);
            if (SettingsWords.IsForeign(plain))
                continue;

            if (member.Value.StringValue is not null)
                judge.Judge(member.Name, plain, member.Value, section);
            else
                Enter(member.Value, member.Name, section, judge);
        }
    }

    private static void Enter(JsonNode node, string name, SettingsSection section, SettingsJudge judge)
    {
        if (node.Kind == JsonKind.Object)
            Walk(node, section.Enter(name, node), judge);

        foreach (var item in node.Items)
        {
            // A list of models: "Models": [ "gpt-4o" ] says what the member says.
            if (item.StringValue is null)
                Enter(item, name, section, judge);
        }
    }
}
