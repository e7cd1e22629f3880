using SupplyChainAnalyzers.Cli.Behavior;
using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Scanning.Behavior;

namespace SupplyChainAnalyzers.Cli.Output;

/// <summary>What <c>models behavior</c> tells programs, described in docs/cli.md.</summary>
internal static class BehaviorJson
{
    /// <summary>Writes the one model.</summary>
    public static void Write(ReportTarget target, BehaviorOutcome outcome)
    {
        var json = JsonWriter.Shown()
            .BeginObject()
            .Name("schema").Number(ScanJson.Schema)
            .Name("tool").BeginObject(inline: true).Member("name", ToolVersion.Name).Member("version", ToolVersion.Text).EndObject();
        ScanJson.WriteFacts(json, outcome.File);
        if (outcome.Report is { } report)
        {
            BehaviorReportText.WriteMembers(json, report);
            json.Name("cannotSee").BeginArray();
            foreach (var spot in BehaviorBlindSpots.Of(report))
                json.String(spot);
            json.EndArray();
        }

        target.WriteJson(json.EndObject());
    }
}
