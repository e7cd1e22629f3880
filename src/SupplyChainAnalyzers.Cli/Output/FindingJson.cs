using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Json;

namespace SupplyChainAnalyzers.Cli.Output;

/// <summary>The parts that all JSON reports share. Members without a value are left out. Described in docs/cli.md.</summary>
internal static class FindingJson
{
    /// <summary>Version of the reports' form; grows when a member changes its meaning or goes.</summary>
    public const int Schema = 1;

    /// <summary>Opens a report: its schema, the tool, the command, the folder that paths are relative to.</summary>
    public static JsonWriter Begin(string command, string root) => JsonWriter.Shown()
        .BeginObject()
        .Name("schema").Number(Schema)
        .Name("tool").BeginObject(inline: true).Member("name", ToolVersion.Name).Member("version", ToolVersion.Text).EndObject()
        .Member("command", command)
        .Member("root", root);

    /// <summary>Writes <c>findings</c>, those that are not shown left out, and closes the report.</summary>
    public static JsonWriter End(JsonWriter json, IEnumerable<DecidedFinding> findings, string root)
    {
        json.Name("findings").BeginArray();
        foreach (var decided in findings)
            Write(json, decided, root);
        return json.EndArray().EndObject();
    }

    private static void Write(JsonWriter json, DecidedFinding decided, string root)
    {
        var finding = decided.Finding;
        json.BeginObject()
            .Member("rule", finding.Rule.Id)
            .Member("level", decided.Level.Word())
            .Member("severity", finding.Severity.Word())
            .Member("message", finding.Message)
            .Member("file", finding.File is null ? null : ShownPath.Relative(finding.File, root));
        if (finding.File is not null && finding.Region.Line > 0)
        {
            json.Member("line", (long?)finding.Region.Line)
                .Member("column", (long?)finding.Region.Column)
                .Member("endLine", (long?)finding.Region.EndLine)
                .Member("endColumn", (long?)finding.Region.EndColumn);
        }

        json.Member("model", finding.Model)
            .Member("subject", finding.Subject is null ? null : ShownPath.Relative(finding.Subject, root))
            .Member("sha256", finding.Sha256)
            .Member("member", finding.Member)
            .Member("offset", finding.Offset)
            .Member("justification", decided.Justification)
            .Member("helpLink", finding.Rule.HelpLink)
            .EndObject();
    }
}
