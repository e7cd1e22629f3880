using System.Text;
using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Scanning.Protocol;

namespace SupplyChainAnalyzers.Core.Scanning.Sources;

/// <summary>A question as it goes to the scanner: JSON in one string of the request.</summary>
internal static class SourceQuestionText
{
    /// <summary>Folders that are told; with more of them, those that come later are no folders to the readers.</summary>
    public const int MaxFolders = 10_000;

    private const int MaxText = 64 << 10;
    private const int MaxEndpoints = 10_000;

    // question, list, and a level to spare
    private static readonly JsonLimits Limits = new() { MaxLength = Wire.MaxRequest, MaxDepth = 3 };

    public static string Write(SourceQuestion question)
    {
        var json = JsonWriter.Compact().BeginObject().Member("lock", question.LockPath).Member("models", question.UsesModelPackages);
        if (question.Endpoints is { } endpoints)
            Array(json.Name("endpoints"), endpoints);
        Array(json.Name("folders"), question.Folders.Take(MaxFolders));
        return json.EndObject().ToString();
    }

    /// <summary>Null unless it is exactly a question.</summary>
    public static SourceQuestion? Read(string text)
    {
        var json = JsonReader.Parse(Encoding.UTF8.GetBytes(text), Limits);
        var fields = new JsonFields(json.Root, json.Error);
        var question = new SourceQuestion
        {
            LockPath = fields.OptionalString("lock", Wire.MaxPathCharacters),
            UsesModelPackages = fields.Object("models") is { Kind: JsonKind.True },
            Endpoints = fields.OptionalArray("endpoints", MaxEndpoints) is { } endpoints ? Texts(endpoints) : null,
            Folders = new HashSet<string>(Texts(fields.Array("folders", MaxFolders)), StringComparer.Ordinal),
        };
        fields.Close();
        return fields.Error is null ? question : null;
    }

    private static List<string> Texts(IReadOnlyList<JsonNode> items) => [.. items.Select(static item => item.StringValue ?? "").Where(static text => text.Length is > 0 and <= MaxText)];

    private static void Array(JsonWriter json, IEnumerable<string> items)
    {
        json.BeginArray();
        foreach (var item in items)
            json.String(item);
        json.EndArray();
    }
}
