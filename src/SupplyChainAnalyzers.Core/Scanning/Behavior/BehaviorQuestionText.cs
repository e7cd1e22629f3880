using System.Text;
using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Scanning.Protocol;

namespace SupplyChainAnalyzers.Core.Scanning.Behavior;

/// <summary>A question as it goes to the scanner: JSON in one string of the request.</summary>
internal static class BehaviorQuestionText
{
    private const int MaxItems = 1000;
    private const int MaxId = 64;
    private const int MaxBeside = 4100; // parts and texts of a model and its reference

    public static string Write(BehaviorQuestion question)
    {
        var json = JsonWriter.Compact().BeginObject()
            .Member("model", question.Model).Member("probe", question.Probe).Member("labels", question.Labels)
            .Member("reference", question.Reference).Member("original", question.Original)
            .Member("inputs", question.Suspects).Member("training", question.Training).Member("golden", question.Golden).Member("prompts", question.Prompts).Member("phrases", question.Phrases)
            .Member("tier", (long)question.Tier).Member("pictures", question.Pictures).Member("record", question.Record).Member("suite", question.Suite).Name("checks").BeginArray();
        foreach (var check in question.Checks)
            json.String(check);
        json.EndArray().Name("beside").BeginArray();
        foreach (var path in question.Beside)
            json.String(path);
        json.EndArray().Name("parameters");
        MeasurementText.Write(json, question.Parameters);
        return json.EndObject().ToString();
    }

    /// <summary>Null unless it is exactly a question.</summary>
    public static BehaviorQuestion? Read(string text)
    {
        var json = JsonReader.Parse(Encoding.UTF8.GetBytes(text), new JsonLimits { MaxLength = Wire.MaxRequest, MaxDepth = 3, MaxNodes = (4 * MaxItems) + MaxBeside });
        var fields = new JsonFields(json.Root, json.Error);
        var question = new BehaviorQuestion
        {
            Model = fields.String("model", Wire.MaxPathCharacters),
            Probe = fields.OptionalString("probe", Wire.MaxPathCharacters),
            Labels = fields.OptionalString("labels", Wire.MaxPathCharacters),
            Reference = fields.OptionalString("reference", Wire.MaxPathCharacters),
            Original = fields.OptionalString("original", Wire.MaxPathCharacters),
            Suspects = fields.OptionalString("inputs", Wire.MaxPathCharacters),
            Training = fields.OptionalString("training", Wire.MaxPathCharacters),
            Golden = fields.OptionalString("golden", Wire.MaxPathCharacters),
            Prompts = fields.OptionalString("prompts", Wire.MaxPathCharacters),
            Phrases = fields.OptionalString("phrases", Wire.MaxPathCharacters),
            Tier = (BehaviorTier)Math.Min(fields.Number("tier"), (long)BehaviorTier.Deep),
            Pictures = fields.Object("pictures") is { Kind: JsonKind.True },
            Record = fields.Object("record") is { Kind: JsonKind.True },
            Suite = fields.Object("suite") is { Kind: JsonKind.True },
            Checks = [.. fields.Array("checks", MaxItems).Select(static item => item.StringValue ?? "")],
            Beside = [.. fields.Array("beside", MaxBeside).Select(static item => item.StringValue ?? "")],
            Parameters = MeasurementText.Read(fields, "parameters", MaxItems, 2 * MaxId),
        };
        fields.Close();
        return fields.Error is null ? question : null;
    }
}
