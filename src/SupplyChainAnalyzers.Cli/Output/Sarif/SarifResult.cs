using System.Security.Cryptography;
using System.Text;
using SupplyChainAnalyzers.Cli.Scanning;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Core.Json;

namespace SupplyChainAnalyzers.Cli.Output.Sarif;

/// <summary>A finding as <c>result</c> (SARIF 2.1.0, 3.27).</summary>
internal sealed class SarifResult(SarifArtifacts artifacts, IReadOnlyList<Rule> rules)
{
    /// <summary>Writes one finding of the file at this place.</summary>
    public void Write(JsonWriter json, ScannedFile file, int index, DecidedFinding decided)
    {
        var finding = decided.Finding;
        json.BeginObject()
            .Member("ruleId", finding.Rule.Id)
            .Member("ruleIndex", (long?)rules.TakeWhile(rule => rule != finding.Rule).Count())
            .Member("level", decided.Level.SarifWord())
            .Name("message").BeginObject(inline: true).Member("text", finding.Message).EndObject()
            .Name("locations").BeginArray().BeginObject();
        Location(json, file, index, finding);
        json.EndObject().EndArray();
        if (finding is { Member: { } member, Offset: { } offset })
            Related(json, artifacts.IndexOf(index, member), offset);

        json.Name("partialFingerprints").BeginObject(inline: true).Member("modelFinding/v1", Fingerprint(file, finding)).EndObject()
            .Member("rank", (long?)SarifRule.Rank(finding.Severity));
        if (decided.Justification is { } justification)
            json.Name("suppressions").BeginArray().BeginObject(inline: true).Member("kind", "external").Member("status", "accepted").Member("justification", justification).EndObject().EndArray();

        json.Name("properties").BeginObject(inline: true)
            .Member("severity", finding.Severity.Word()).Member("verdict", file.VerdictWord).Member("symbol", finding.Symbol)
            .EndObject().EndObject();
    }

    // Services that show findings in text want a line, also of a file that has none.
    private static void Location(JsonWriter json, ScannedFile file, int index, Finding finding)
    {
        json.Name("physicalLocation").BeginObject().Name("artifactLocation").BeginObject(inline: true);
        SarifArtifacts.WriteAddress(json, file.Path);
        json.Member("index", (long?)index).EndObject()
            .Name("region").BeginObject(inline: true);
        if (finding.Region is { Line: > 0 } at)
            json.Member("startLine", (long?)at.Line).Member("startColumn", (long?)at.Column).Member("endLine", (long?)at.EndLine).Member("endColumn", (long?)at.EndColumn);
        else
            json.Member("startLine", (long?)1).Member("byteOffset", finding.Member is null ? finding.Offset : null);

        json.EndObject().EndObject();
        if (finding.Member is { } member)
            json.Name("logicalLocations").BeginArray().BeginObject(inline: true).Member("fullyQualifiedName", member).Member("kind", "resource").EndObject().EndArray();
    }

    // An offset counts from the member's own beginning.
    private static void Related(JsonWriter json, int artifact, long offset) => json
        .Name("relatedLocations").BeginArray().BeginObject()
        .Name("physicalLocation").BeginObject()
        .Name("artifactLocation").BeginObject(inline: true).Member("index", (long?)artifact).EndObject()
        .Name("region").BeginObject(inline: true).Member("byteOffset", (long?)offset).EndObject()
        .EndObject().EndObject().EndArray();

    // Neither offset nor digest: a file that is saved anew brings back the same finding, not another one.
    private static string Fingerprint(ScannedFile file, Finding finding) =>
        Hex.Of(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('|', [finding.Rule.Id, file.Path, finding.Member, finding.Symbol, .. WhatInText(finding)]))));

    // Lines move; what is said of a place stays.
    private static string[] WhatInText(Finding finding) => finding.Region.Line > 0 ? [finding.Message] : [];
}
