using System.Text;
using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Cli.Initialization;

/// <summary>
/// Tells Visual Studio Code that models.lock is JSON and where the schemas are. (Visual Studio and Rider follow
/// <c>$schema</c> by themselves.) Existing settings keep their text; settings with comments are left alone.
/// </summary>
internal static class EditorSettings
{
    /// <summary>The file, relative to the folder.</summary>
    public const string FileName = ".vscode/settings.json";

    private const string Associations = "files.associations";
    private const string Schemas = "json.schemas";
    private const string Association = "\"models.lock\": \"json\"";
    private const string LockSchema = "{ \"fileMatch\": [\"models.lock\"], \"url\": \"./models.lock.v1.json\" }";
    private const string PolicySchema = "{ \"fileMatch\": [\"models.policy.json\"], \"url\": \"./models.policy.v1.json\" }";

    /// <summary>What to add by hand where we cannot.</summary>
    public static readonly string ByHand = $"\"{Associations}\": {{ {Association} }}, \"{Schemas}\": [{LockSchema}, {PolicySchema}]";

    /// <summary>Adds what is missing.</summary>
    public static InitStep Apply(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            AtomicFile.Write(path, Encoding.UTF8.GetBytes(With("{\n}\n")!));
            return InitStep.Created(FileName);
        }

        var text = File.ReadAllText(path);
        if (With(text) is not { } changed)
            return InitStep.Kept(FileName, "could not be read as plain JSON; add by hand: " + ByHand);

        if (changed == text)
            return InitStep.Kept(FileName);

        AtomicFile.Write(path, Encoding.UTF8.GetBytes(changed));
        return InitStep.Changed(FileName, "schemas and file association added");
    }

    /// <summary>The settings with ours among them; null when the text is not one plain JSON object of the expected form.</summary>
    internal static string? With(string text)
    {
        foreach (var (name, kind, key, item) in new[]
        {
            (Associations, JsonKind.Object, "models.lock", Association),
            (Schemas, JsonKind.Array, "./models.lock.v1.json", LockSchema),
            (Schemas, JsonKind.Array, "./models.policy.v1.json", PolicySchema),
        })
        {
            if (JsonReader.Parse(text, JsonLimits.Default).Root is not { Kind: JsonKind.Object } root)
                return null;

            var holder = root.Find(name);
            if (holder is null)
            {
                var value = kind == JsonKind.Object ? "{\n    " + item + "\n  }" : "[\n    " + item + "\n  ]";
                text = JsonInsertion.Append(text, root, $"\"{name}\": {value}", "  ");
            }
            else if (holder.Kind != kind)
            {
                return null;
            }
            else if (!Has(holder, key))
            {
                text = JsonInsertion.Append(text, holder, item, "    ");
            }
        }

        return text;
    }

    private static bool Has(JsonNode holder, string key) => holder.Kind == JsonKind.Object
        ? holder.Find(key) is not null
        : holder.Items.Any(item => item.Find("url")?.StringValue == key);
}
