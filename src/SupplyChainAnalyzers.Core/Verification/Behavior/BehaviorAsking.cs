using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Core.Scanning;
using SupplyChainAnalyzers.Core.Scanning.Behavior;

namespace SupplyChainAnalyzers.Core.Verification.Behavior;

/// <summary>Asks what is remembered about a model's behaviour, or has it run. One fault of the machine is told once.</summary>
internal sealed class BehaviorAsking(VerificationRun run)
{
    private readonly BehaviorClient? _client = run.Request.Scanner is { } options ? new BehaviorClient(options, run.Request.CacheDirectory, run.Cache) : null;
    private readonly BehaviorWork _work = new(run);
    private readonly List<ScanResult> _asked = [];

    /// <summary>The answer; null when there is none, and that was reported.</summary>
    /// <param name="file">An ONNX model that is what the lock declares.</param>
    /// <param name="plan">What is asked of it.</param>
    /// <param name="reason">Why there is none.</param>
    public ScanResult? Ask(DeclaredFile file, BehaviorPlan plan, out string reason)
    {
        reason = "a file it is checked with is not what models.lock declares";
        if (_work.Of(file, plan) is not var (question, known))
            return null;

        if (_client is null)
            return Unchecked(file, reason = "there is no scanner to run it");

        // Notes that are the same in every mode were read when it was run; in every build nobody reads them.
        if (_client.Remembered(question, known) is { } remembered)
            return remembered with { Findings = [.. remembered.Findings.Where(static finding => finding.Rule.StrictLevel > Level.Message)] };

        run.Request.Notice?.Invoke($"running {file.Name} to check its behaviour ({ManifestWords.Of(plan.Tier)} tier); done once for the same content");
        var result = _client.Run(question, known, run.Cancellation);
        if (result.Findings.FirstOrDefault(static finding => finding.Rule == Rules.ScannerUnavailable) is { } unavailable)
            return Unchecked(file, reason = unavailable.Message);

        _asked.Add(result);
        return result;
    }

    /// <summary>Says where the scanner was not confined, unless that was said.</summary>
    public void Finish()
    {
        if (IsolationNote.Of(_asked) is { } note && !run.Findings.Exists(finding => finding.Rule == note.Rule))
            run.Report(note);
    }

    private ScanResult? Unchecked(DeclaredFile file, string reason)
    {
        if (!run.Findings.Exists(static finding => finding.Rule == Rules.ScannerUnavailable))
            run.Report(file.Note(Rules.ScannerUnavailable, file.Entry.Region, $"The behaviour of {file.Name} was not checked: {reason}"));
        return null;
    }
}
