using SupplyChainAnalyzers.Cli.Scanning;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Json;

namespace SupplyChainAnalyzers.Cli.Output;

/// <summary>The stable report of <c>models scan</c> for programs, described in docs/cli.md. Members without a value are left out.</summary>
internal static class ScanJson
{
    /// <summary>Version of the report's form; grows when a member changes its meaning or goes.</summary>
    public const int Schema = 1;

    /// <summary>Writes every file, those with nothing found as well.</summary>
    public static void Write(ReportTarget target, ScanOutcome outcome)
    {
        var json = JsonWriter.Shown()
            .BeginObject()
            .Name("schema").Number(Schema)
            .Name("tool").BeginObject(inline: true).Member("name", ToolVersion.Name).Member("version", ToolVersion.Text).EndObject()
            .Name("summary").BeginObject(inline: true)
            .Member("files", (long?)outcome.Files.Count)
            .Member("clean", (long?)outcome.Count(Verdict.Clean))
            .Member("suspicious", (long?)outcome.Count(Verdict.Suspicious))
            .Member("malicious", (long?)outcome.Count(Verdict.Malicious))
            .Member("unscannable", (long?)outcome.Count(Verdict.Unscannable))
            .EndObject()
            .Name("results").BeginArray();
        foreach (var file in outcome.Files)
        {
            WriteFacts(json.BeginObject(), file);
            json.EndObject();
        }

        json.EndArray().Name("sources").BeginArray();
        foreach (var source in outcome.Sources)
            WriteSource(json, source);

        target.WriteJson(json.EndArray().EndObject());
    }

    private static void WriteSource(JsonWriter json, ScannedSource source)
    {
        json.BeginObject().Member("path", source.Path).Member("kind", source.Kind);
        if (source.IsIncomplete)
            json.Member("incomplete", true);

        json.Name("findings").BeginArray();
        foreach (var decided in source.Findings)
        {
            var (finding, at) = (decided.Finding, decided.Finding.Region);
            json.BeginObject()
                .Member("rule", finding.Rule.Id)
                .Member("level", decided.Level.Word())
                .Member("severity", finding.Severity.Word())
                .Member("message", finding.Message)
                .Member("line", (long?)at.Line)
                .Member("column", (long?)at.Column)
                .Member("endLine", (long?)at.EndLine)
                .Member("endColumn", (long?)at.EndColumn)
                .Member("justification", decided.Justification)
                .EndObject();
        }

        json.EndArray().EndObject();
    }

    /// <summary>Writes the members of one result into an object that is open.</summary>
    public static void WriteFacts(JsonWriter json, ScannedFile file)
    {
        json.Member("path", file.Path)
            .Member("sha256", file.Sha256)
            .Member("size", file.Size)
            .Member("format", file.Format?.Id)
            .Member("verdict", file.VerdictWord)
            .Name("findings").BeginArray();
        foreach (var decided in file.Findings)
        {
            var finding = decided.Finding;
            json.BeginObject()
                .Member("rule", finding.Rule.Id)
                .Member("severity", finding.Severity.Word())
                .Member("message", finding.Message)
                .Member("member", finding.Member)
                .Member("offset", finding.Offset)
                .EndObject();
        }

        json.EndArray();
    }
}
