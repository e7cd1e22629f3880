using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Locking;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Cli.Output;

/// <summary>What <c>models lock</c> prints.</summary>
internal static class LockReport
{
    // A first lock of a large repository: the file itself is the full list.
    private const int MaxShownChanges = 50;

    /// <summary>Writes what was found and what changed.</summary>
    public static void Write(ReportTarget target, CommandHost host, string lockPath, bool isCheck, LockOutcome outcome)
    {
        if (target.IsJson)
        {
            WriteJson(target, lockPath, outcome);
            return;
        }

        List<string> lines = [.. outcome.Findings.Select(finding => FindingText.Of(finding, host.CurrentDirectory, target.HasColor))];
        if (!isCheck)
            lines.AddRange(Changes(outcome.Changes));
        lines.Add(Summary(ShownPath.Of(lockPath, host.CurrentDirectory), isCheck, outcome));
        target.WriteText(lines);
    }

    private static IEnumerable<string> Changes(IReadOnlyList<LockChange> changes)
    {
        foreach (var change in changes.Take(MaxShownChanges))
        {
            var mark = change.Kind switch { LockChangeKind.Added => '+', LockChangeKind.Removed => '-', _ => '~' };
            yield return $"  {mark} {Printable.Of(change.Model)}: {(change.Path is null ? "" : Printable.Of(change.Path) + ": ")}{Printable.Of(change.Detail)}";
        }

        if (changes.Count > MaxShownChanges)
            yield return $"  … and {Counted.Of(changes.Count - MaxShownChanges, "more change")}";
    }

    private static string Summary(string path, bool isCheck, LockOutcome outcome)
    {
        if (outcome.Lock is not { } models)
        {
            var rebuild = outcome.Findings.Any(static finding => finding.Level == Level.Error && finding.Finding.Region.Line > 0)
                ? "; mend it, or begin anew from the files (licenses, provenance and signatures are lost): models lock --rebuild"
                : "";
            return $"{path}: not written: {Counted.Levels(outcome.Findings)}{rebuild}";
        }

        var holds = $"{Counted.Of(models.Models.Count, "model")}, {Counted.Of(models.Models.Values.Sum(static model => model.Files.Count), "file")} ({ByteCount.Of(outcome.BytesHashed)} read)";
        if (isCheck)
            return $"{path}: {(outcome.Findings.Any(static finding => finding.Level == Level.Error) ? "not up to date" : "up to date")}: {holds}";

        return outcome.IsWritten ? $"{path}: written: {holds}" : $"{path}: unchanged: {holds}";
    }

    private static void WriteJson(ReportTarget target, string lockPath, LockOutcome outcome)
    {
        var root = Path.GetDirectoryName(lockPath)!;
        var json = FindingJson.Begin("lock", root)
            .Member("lock", ShownPath.Relative(lockPath, root))
            .Name("summary").BeginObject()
            .Member("models", (long?)outcome.Lock?.Models.Count)
            .Member("files", (long?)outcome.Lock?.Models.Values.Sum(static model => model.Files.Count))
            .Member("bytesHashed", (long?)outcome.BytesHashed)
            .Member("written", outcome.IsWritten)
            .Member("failed", outcome.Findings.Any(static finding => finding.Level == Level.Error))
            .EndObject()
            .Name("changes").BeginArray();
        foreach (var change in outcome.Changes)
            Write(json, change);
        target.WriteJson(FindingJson.End(json.EndArray(), outcome.Findings, root));
    }

    private static void Write(JsonWriter json, LockChange change) => json.BeginObject()
        .Member("kind", change.Kind switch { LockChangeKind.Added => "added", LockChangeKind.Removed => "removed", _ => "changed" })
        .Member("model", change.Model)
        .Member("path", change.Path)
        .Member("detail", change.Detail)
        .EndObject();
}
