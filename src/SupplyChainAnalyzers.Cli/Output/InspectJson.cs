using SupplyChainAnalyzers.Cli.Scanning;
using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Scanning.Protocol;

namespace SupplyChainAnalyzers.Cli.Output;

/// <summary>What <c>models inspect</c> tells programs: the members of one result of <c>models scan</c>, and <c>listing</c>.</summary>
internal static class InspectJson
{
    /// <summary>Writes the one file.</summary>
    public static void Write(ReportTarget target, ScannedFile file, IReadOnlyList<ListingLine> listing)
    {
        var json = JsonWriter.Shown()
            .BeginObject()
            .Name("schema").Number(ScanJson.Schema)
            .Name("tool").BeginObject(inline: true).Member("name", ToolVersion.Name).Member("version", ToolVersion.Text).EndObject();
        ScanJson.WriteFacts(json, file);
        json.Name("listing").BeginArray();
        foreach (var line in listing)
            json.BeginObject(inline: true).Member("section", line.Section).Member("text", line.Text).Member("member", line.Member).EndObject();

        target.WriteJson(json.EndArray().EndObject());
    }
}
