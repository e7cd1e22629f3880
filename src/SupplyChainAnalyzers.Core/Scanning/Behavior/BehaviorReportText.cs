using System.Text;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Scanning.Protocol;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Scanning.Behavior;

/// <summary>A report without its pictures as it comes from the scanner, and as it is kept: JSON. Hostile, as all that comes from there.</summary>
public static class BehaviorReportText
{
    private const int MaxChecks = 100;
    private const int MaxValues = 64;
    private const int MaxName = 64;

    private static readonly JsonLimits Limits = new() { MaxLength = Wire.MaxEvent, MaxDepth = 8, MaxNodes = 200_000 };

    internal static string Write(BehaviorReport report)
    {
        var json = JsonWriter.Compact().BeginObject().Member("verdict", report.Verdict.Word());
        WriteMembers(json, report);
        return json.Member("golden", report.Golden).EndObject().ToString();
    }

    /// <summary>All but the verdict, as members of an object that is open.</summary>
    public static void WriteMembers(JsonWriter json, BehaviorReport report)
    {
        Optional(json, "score", report.Score);
        json.Member("targetClass", report.TargetClass).Member("tier", Tier(report.Tier)).Member("engine", report.Engine).Name("inputs").BeginObject(inline: true);
        foreach (var input in report.Inputs)
            json.Member(input.Role, input.Sha256);
        json.EndObject().Name("checks").BeginArray();
        foreach (var check in report.Checks)
            Write(json, check);
        json.EndArray();
        SuiteText.Write(json, report.Suite);
    }

    /// <summary>Null unless it is exactly a report.</summary>
    internal static BehaviorReport? Read(string text)
    {
        var json = JsonReader.Parse(Encoding.UTF8.GetBytes(text), Limits);
        var fields = new JsonFields(json.Root, json.Error);
        var verdict = BehaviorWords.Verdict(fields.String("verdict", MaxName));
        var score = Number(fields, "score");
        var target = Class(fields, "targetClass");
        var tier = Tier(fields.String("tier", MaxName));
        var engine = fields.String("engine", MaxName);
        var inputs = Inputs(fields);
        CheckResult?[] checks = [.. fields.Array("checks", MaxChecks).Select(node => Check(node, fields))];
        var suite = SuiteText.Read(fields);
        var golden = fields.OptionalString("golden", Wire.MaxEvent);
        fields.Close();
        if (fields.Error is not null || verdict is null || inputs is null || tier is null || checks.Contains(null))
            return null;

        return new BehaviorReport { Verdict = verdict.Value, Score = score, TargetClass = target, Tier = tier.Value, Engine = Printable.Of(engine), Inputs = inputs, Golden = golden, Suite = suite, Checks = checks! };
    }

    /// <summary>As the policy writes it.</summary>
    public static string Tier(BehaviorTier tier) => ManifestWords.Of(tier);

    /// <summary>Null where there is no such tier.</summary>
    public static BehaviorTier? Tier(string word) => ManifestWords.Tiers.TryFind(word, out var tier) ? tier : null;

    private static readonly string[] Roles = ["probe", "labels", "reference", "original", "inputs", "training", "golden", "prompts", "phrases", BehaviorInput.Parts];

    private static void Write(JsonWriter json, CheckResult check)
    {
        json.BeginObject().Member("check", check.Check).Member("outcome", check.Outcome.Word());
        Optional(json, "score", check.Score);
        json.Member("targetClass", check.TargetClass).Member("rule", check.Rule?.Id).Member("words", check.Words).Name("values");
        MeasurementText.Write(json, check.Values);
        json.Name("classes").BeginArray();
        foreach (var one in check.Classes)
        {
            json.BeginObject(inline: true).Member("class", one.Class).Name("values");
            MeasurementText.Write(json, one.Values);
            json.EndObject();
        }

        json.EndArray().Name("items").BeginArray();
        foreach (var item in check.Items)
        {
            json.BeginObject(inline: true).Member("name", item.Name).Name("values");
            MeasurementText.Write(json, item.Values);
            json.EndObject();
        }

        json.EndArray().EndObject();
    }

    private static CheckResult? Check(JsonNode node, JsonFields outer)
    {
        var fields = new JsonFields(node);
        var (id, outcome) = (fields.String("check", MaxName), BehaviorWords.Outcome(fields.String("outcome", MaxName)));
        var (score, target, ruleId) = (Number(fields, "score"), Class(fields, "targetClass"), fields.OptionalString("rule", MaxName));
        var words = fields.String("words", Wire.MaxMessage);
        var values = MeasurementText.Read(fields, "values", MaxValues, MaxName);
        ClassResult[] classes = [.. fields.Array("classes", ClassResult.MaxClasses).Select(item => One(item, fields))];
        ItemResult[] items = [.. fields.Array("items", ItemResult.MaxItems).Select(item => Item(item, fields))];
        fields.Close();
        outer.Include(fields);
        var rule = ruleId is null ? null : Rules.Find(ruleId);
        return outcome is null || !BehaviorWords.IsId(id) || (ruleId is not null && (rule is null || !ReportedFinding.Belongs(rule, Jobs.Behavior)))
            ? null
            : new CheckResult(id, outcome.Value, Printable.Message(words)) { Score = score, TargetClass = target, Rule = rule, Values = values, Classes = classes, Items = items };
    }

    private static BehaviorInput[]? Inputs(JsonFields fields)
    {
        if (fields.Object("inputs") is not { Kind: JsonKind.Object } node)
            return null;

        BehaviorInput[] inputs = [.. node.Members.Select(static member => new BehaviorInput(member.Name, member.Value.StringValue ?? ""))];
        return inputs.All(static input => IsRole(input.Role) && Hex.Is(input.Sha256, 64)) ? inputs : null;
    }

    // A text beside the model goes by its name, the reference's with that in front.
    private static bool IsRole(string role) => Array.IndexOf(Roles, role) >= 0
        || ModelParts.TextNames.Contains(role.StartsWith(BehaviorInput.OfReference, StringComparison.Ordinal) ? role.Substring(BehaviorInput.OfReference.Length) : role);

    private static ClassResult One(JsonNode node, JsonFields outer)
    {
        var fields = new JsonFields(node);
        var one = new ClassResult(Class(fields, "class") ?? 0, MeasurementText.Read(fields, "values", MaxValues, MaxName));
        fields.Close();
        outer.Include(fields);
        return one;
    }

    private static ItemResult Item(JsonNode node, JsonFields outer)
    {
        var fields = new JsonFields(node);
        var item = new ItemResult(Printable.Of(fields.String("name", ItemResult.MaxName), ItemResult.MaxName), MeasurementText.Read(fields, "values", MaxValues, MaxName));
        fields.Close();
        outer.Include(fields);
        return item;
    }

    private static void Optional(JsonWriter json, string name, double? value)
    {
        if (value is { } number)
            json.Name(name).Number(number);
    }

    private static double? Number(JsonFields fields, string name) =>
        fields.Optional(name) is { } node ? MeasurementText.Finite(node) ?? fields.Refuse(name, default(double?)) : null;

    private static int? Class(JsonFields fields, string name) =>
        fields.OptionalNumber(name) is { } number ? number <= int.MaxValue ? (int)number : fields.Refuse(name, default(int?)) : null;
}
