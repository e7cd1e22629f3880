using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Scanning.Protocol;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Scanning.Behavior;

/// <summary>The results of a suite as JSON, part of a report.</summary>
internal static class SuiteText
{
    private const int MaxCases = 200;
    private const int MaxName = 64;

    /// <summary>A member <c>suite</c>; nothing where no suite was run.</summary>
    public static void Write(JsonWriter json, IReadOnlyList<SuiteResult> suite)
    {
        if (suite.Count == 0)
            return;

        json.Name("suite").BeginArray();
        foreach (var one in suite)
        {
            json.BeginObject().Member("case", one.Case).Member("words", one.Words).Member("inputs", (long)one.Inputs).Member("flips", (long)one.Flips)
                .Member("notNumbers", (long)one.NotNumbers).Member("towards", one.Towards).Member("flipsTowards", (long)one.FlipsTowards).Name("classes").BeginArray();
            foreach (var of in one.Classes)
                json.BeginObject(inline: true).Member("class", (long)of.Class).Member("inputs", (long)of.Inputs).Member("flips", (long)of.Flips).EndObject();
            json.EndArray().EndObject();
        }

        json.EndArray();
    }

    /// <summary>What is no suite is a fault of <paramref name="outer"/>.</summary>
    public static IReadOnlyList<SuiteResult> Read(JsonFields outer)
    {
        if (outer.Optional("suite") is not { } array)
            return [];

        return array.Kind == JsonKind.Array && array.Items.Count <= MaxCases
            ? [.. array.Items.Select(node => Case(node, outer))]
            : outer.Refuse("suite", System.Array.Empty<SuiteResult>());
    }

    private static SuiteResult Case(JsonNode node, JsonFields outer)
    {
        var fields = new JsonFields(node);
        var name = fields.String("case", MaxName);
        var result = new SuiteResult(BehaviorWords.IsId(name) ? name : fields.Refuse("case", name), Printable.Message(fields.String("words", Wire.MaxMessage)), Count(fields, "inputs"), Count(fields, "flips"), Count(fields, "notNumbers"))
        {
            Towards = fields.OptionalNumber("towards") is { } target ? Whole(fields, "towards", target) : null,
            FlipsTowards = Count(fields, "flipsTowards"),
            Classes = [.. fields.Array("classes", ClassResult.MaxClasses).Select(of => Class(of, fields))],
        };
        fields.Close();
        outer.Include(fields);
        return result;
    }

    private static SuiteClass Class(JsonNode node, JsonFields outer)
    {
        var fields = new JsonFields(node);
        var of = new SuiteClass(Count(fields, "class"), Count(fields, "inputs"), Count(fields, "flips"));
        fields.Close();
        outer.Include(fields);
        return of;
    }

    private static int Count(JsonFields fields, string name) => Whole(fields, name, fields.Number(name));

    private static int Whole(JsonFields fields, string name, long number) => number is >= 0 and <= int.MaxValue ? (int)number : fields.Refuse(name, 0);
}
