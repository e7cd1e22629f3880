using SupplyChainAnalyzers.Cli.Scanning;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Json;

namespace SupplyChainAnalyzers.Cli.Output.Sarif;

/// <summary>A scan as SARIF 2.1.0 (OASIS Standard, 2020). The same files give the same bytes: no clock, no machine, no absolute root.</summary>
internal static class SarifReport
{
    private const string SchemaUri = "https://json.schemastore.org/sarif-2.1.0.json";
    private const string Home = "https://github.com/SupplyChainAnalyzers/SupplyChainAnalyzers";

    /// <summary>Writes the one run.</summary>
    public static void Write(ReportTarget target, ScanOutcome outcome, string run = "models-scan/")
    {
        Rule[] rules = [.. outcome.Files.SelectMany(static file => file.Findings).Concat(outcome.Sources.SelectMany(static source => source.Findings)).Select(static finding => finding.Finding.Rule).Distinct().OrderBy(static rule => rule.Id, StringComparer.Ordinal)];
        var artifacts = new SarifArtifacts(outcome.Files);
        var json = JsonWriter.Shown().BeginObject().Member("$schema", SchemaUri).Member("version", "2.1.0").Name("runs").BeginArray().BeginObject();
        Tool(json, rules);
        json.Name("taxonomies").BeginArray();
        foreach (var taxonomy in SarifTaxonomy.All)
            taxonomy.Write(json, rules);

        json.EndArray()
            .Name("automationDetails").BeginObject(inline: true).Member("id", run).EndObject()
            .Name("originalUriBaseIds").BeginObject().Name(SarifArtifacts.Root).BeginObject()
            .Name("description").BeginObject(inline: true).Member("text", "The folder in which the scan was run, usually the repository's root.").EndObject().EndObject().EndObject()
            .Name("invocations").BeginArray().BeginObject(inline: true)
            .Member("executionSuccessful", outcome.ExitCode != Levels.ExitFailure).Member("exitCode", (long?)outcome.ExitCode).EndObject().EndArray()
            .Member("columnKind", "utf16CodeUnits")
            .Name("artifacts");
        artifacts.Write(json);
        json.Name("results").BeginArray();
        var result = new SarifResult(artifacts, rules);
        for (var i = 0; i < outcome.Files.Count; i++)
        {
            foreach (var finding in outcome.Files[i].Findings)
                result.Write(json, outcome.Files[i], i, finding);
        }

        // A source is one of the files, too.
        var places = outcome.Files.Select(static (file, index) => (file.Path, Index: index)).ToDictionary(static file => file.Path, static file => file.Index, StringComparer.Ordinal);
        foreach (var source in outcome.Sources)
        {
            foreach (var finding in source.Findings)
                result.Write(json, outcome.Files[places[source.Path]], places[source.Path], finding);
        }

        target.WriteJson(json.EndArray().EndObject().EndArray().EndObject());
    }

    private static void Tool(JsonWriter json, IReadOnlyList<Rule> rules)
    {
        json.Name("tool").BeginObject().Name("driver").BeginObject()
            .Member("name", ToolVersion.Name).Member("organization", ToolVersion.Name).Member("version", ToolVersion.Text).Member("informationUri", Home)
            .Name("supportedTaxonomies").BeginArray();
        foreach (var taxonomy in SarifTaxonomy.All)
            taxonomy.WriteReference(json);

        json.EndArray().Name("rules").BeginArray();
        foreach (var rule in rules)
            SarifRule.Write(json, rule);

        json.EndArray().EndObject().EndObject();
    }
}
