using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Verification;

namespace SupplyChainAnalyzers.Cli.Output;

/// <summary>What <c>models verify</c> prints.</summary>
internal static class VerifyReport
{
    /// <summary>Writes all findings that are to be shown, and a summary.</summary>
    public static void Write(ReportTarget target, CommandHost host, string lockPath, VerificationResult result)
    {
        if (target.IsJson)
            WriteJson(target, lockPath, result);
        else
            target.WriteText([.. result.Findings.Where(IsShown).Select(finding => FindingText.Of(finding, host.CurrentDirectory, target.HasColor)), .. EvidenceReport.Text(result.Evidence), Summary(result)]);
    }

    private static bool IsShown(DecidedFinding finding) => finding.Level != Level.None;

    private static string Summary(VerificationResult result)
    {
        var looked = $"{Counted.Of(result.Models, "model")}, {Counted.Of(result.Files, "file")}";
        var read = result.Hashed + result.Cached == 0 ? "" : $" ({ByteCount.Of(result.BytesHashed)} read{(result.Cached == 0 ? "" : $", {Counted.Of(result.Cached, "file")} unchanged since the last time")})";
        return $"{looked}{read}: {Counted.Levels(result.Findings)}";
    }

    private static void WriteJson(ReportTarget target, string lockPath, VerificationResult result)
    {
        var root = Path.GetDirectoryName(lockPath)!;
        var json = FindingJson.Begin("verify", root)
            .Member("lock", ShownPath.Relative(lockPath, root))
            .Name("summary").BeginObject()
            .Member("models", (long?)result.Models)
            .Member("files", (long?)result.Files)
            .Member("hashed", (long?)result.Hashed)
            .Member("cached", (long?)result.Cached)
            .Member("bytesHashed", (long?)result.BytesHashed)
            .Member("errors", (long?)Counted.At(result.Findings, Level.Error))
            .Member("warnings", (long?)Counted.At(result.Findings, Level.Warning))
            .Member("messages", (long?)Counted.At(result.Findings, Level.Message))
            .Member("failed", result.Failed)
            .EndObject();
        EvidenceReport.Write(json, result.Evidence);
        target.WriteJson(FindingJson.End(json, result.Findings, root));
    }
}
