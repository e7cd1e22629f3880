using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Json;

namespace SupplyChainAnalyzers.Cli.Output.Sarif;

/// <summary>A rule as <c>reportingDescriptor</c> (SARIF 2.1.0, 3.49), with the properties that code scanning services read.</summary>
internal static class SarifRule
{
    public static void Write(JsonWriter json, Rule rule)
    {
        json.BeginObject()
            .Member("id", rule.Id)
            .Name("shortDescription").BeginObject(inline: true).Member("text", rule.Title).EndObject()
            .Name("fullDescription").BeginObject(inline: true).Member("text", rule.Title + ".").EndObject()
            .Name("help").BeginObject().Member("text", $"What it means and what to do: {rule.HelpLink}").Member("markdown", $"[What it means and what to do]({rule.HelpLink})").EndObject()
            .Member("helpUri", rule.HelpLink)
            .Name("defaultConfiguration").BeginObject(inline: true).Member("level", rule.DefaultLevel.SarifWord()).EndObject()
            .Name("relationships").BeginArray();
        foreach (var taxonomy in SarifTaxonomy.All)
            taxonomy.WriteRelationships(json, rule);

        json.EndArray()
            .Name("properties").BeginObject()
            .Member("security-severity", Score(rule.Severity)).Member("precision", "high")
            .Name("tags").BeginArray(inline: true).String("security").String("supply-chain");
        foreach (var number in rule.Taxa.Cwe)
            json.String("external/cwe/" + TaxonNames.OfCwe(number).ToLowerInvariant());

        json.EndArray().EndObject().EndObject();
    }

    /// <summary>From 0 to 100: what weighs most comes first (SARIF 2.1.0, 3.27.25).</summary>
    public static int Rank(Severity severity) => severity switch
    {
        Severity.Critical => 98,
        Severity.High => 80,
        Severity.Medium => 55,
        Severity.Low => 30,
        _ => 0,
    };

    // The bands of code scanning: from 9 critical, from 7 high, from 4 medium, below low.
    private static string Score(Severity severity) => severity switch
    {
        Severity.Critical => "9.8",
        Severity.High => "8.0",
        Severity.Medium => "5.5",
        Severity.Low => "3.0",
        _ => "0.0",
    };
}
