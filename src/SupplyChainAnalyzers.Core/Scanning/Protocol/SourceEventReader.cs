using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Scanning.Sources;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Scanning.Protocol;

/// <summary>What the scanner says of a source file. It has read hostile text: rules, places and words are checked like a stranger's.</summary>
internal static class SourceEventReader
{
    /// <summary>Null unless it is exactly that.</summary>
    public static ScanEvent.Source? Read(string nonce, JsonFields fields)
    {
        var (id, sha256) = (fields.Number("id"), fields.OptionalString("sha256", maxLength: 64));
        var (usesModels, isIncomplete) = (fields.Number("models"), fields.Number("incomplete"));
        var findings = new List<SourceReportFinding>();
        foreach (var node in fields.Array("findings", Wire.MaxFindings))
        {
            if (Finding(node, fields) is not { } finding)
                return null;

            findings.Add(finding);
        }

        // An exemption is bound to the content, so no finding comes without its digest.
        var isWhole = usesModels is 0 or 1 && isIncomplete is 0 or 1 && (sha256 is null ? findings.Count == 0 : Hex.Is(sha256, 64));
        return isWhole ? new ScanEvent.Source(nonce, id, new SourceReport(findings, sha256, usesModels == 1, isIncomplete == 1)) : null;
    }

    private static SourceReportFinding? Finding(JsonNode node, JsonFields outer)
    {
        var fields = new JsonFields(node);
        var rule = Rules.Find(fields.String("rule", maxLength: 16));
        var message = fields.String("message", Wire.MaxMessage);
        var (line, column, endLine, endColumn) = (Number(fields, "line"), Number(fields, "column"), Number(fields, "endLine"), Number(fields, "endColumn"));
        fields.Close();
        outer.Include(fields);
        return rule is not null && SourceReportFinding.Takes(rule) ? new SourceReportFinding(rule, Printable.Message(message), new TextRegion(line, column, endLine, endColumn)) : null;
    }

    // Lines and columns begin with 1; no text that is read is that long.
    private static int Number(JsonFields fields, string name) =>
        fields.Number(name) is var number and >= 1 and <= int.MaxValue ? (int)number : fields.Refuse(name, 0);
}
