using SupplyChainAnalyzers.Cli.Output;
using SupplyChainAnalyzers.Cli.Scanning;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Scanning;
using SupplyChainAnalyzers.Core.Scanning.Behavior;

namespace SupplyChainAnalyzers.Cli.Behavior;

/// <summary>Has one model looked at, and, where that allows it, run.</summary>
internal sealed class ModelBehavior(CommandHost host, ScanPolicyChoice policy, BehaviorVerdict? failOn)
{
    /// <exception cref="CommandFailedException">No scanner can run here: nothing is known of the model.</exception>
    /// <exception cref="OperationCanceledException">Stopped; no process is left.</exception>
    public BehaviorOutcome Check(BehaviorQuestion question)
    {
        using var progress = new ProgressLine(host, "checking");
        var options = ScannerFinder.Require(host) with { Progress = (_, thousandths) => progress.Show(FormattableString.Invariant($"{thousandths / 10.0:0.0} %")) };
        var content = ScannerClient.Scan([new ScanFile(question.Model, Name: question.Name)], options with { Progress = null }, host.Cancellation)[0];
        if (content.Findings.FirstOrDefault(static finding => finding.Rule == Rules.ScannerUnavailable) is { } unavailable)
            throw new CommandFailedException(Rules.ScannerUnavailable, unavailable.Message);

        var result = content.Answered ? ScannerClient.CheckBehavior(question with { TensorFiles = [.. Core.Scanning.Behavior.TensorFiles.Of(content), .. ReferenceFiles(question, options)] }, options, host.Cancellation) : content;
        if (result.Answered && result.Sha256 != content.Sha256)
            result = content with { Findings = [new Finding(Rules.FileChanging, $"'{question.Name}' changed while it was checked; wait until nothing writes to it, then run this again") { Subject = question.Model }] };

        var all = content.Answered ? content with { Findings = [.. content.Findings, .. result.Findings] } : content;
        var file = policy.Decide(new ScanTarget(question.Model, question.Name ?? question.Model, 0), all) with { Behavior = result.Behavior?.Verdict ?? BehaviorVerdict.Inconclusive };
        DecidedFinding[] notices = [.. policy.Notices(), .. IsolationNote.Of([content, result]) is { } note ? [policy.Decide(note)] : Array.Empty<DecidedFinding>()];
        return new BehaviorOutcome(file, result.Behavior, notices, failOn);
    }

    // The reference is trusted; what lies beside it is found as for the model.
    private IReadOnlyList<string> ReferenceFiles(BehaviorQuestion question, ScannerOptions options) => question.Reference is { } reference
        ? Core.Scanning.Behavior.TensorFiles.Of(ScannerClient.Scan([new ScanFile(reference)], options with { Progress = null }, host.Cancellation)[0])
        : [];
}
