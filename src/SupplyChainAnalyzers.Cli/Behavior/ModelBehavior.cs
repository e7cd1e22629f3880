using SupplyChainAnalyzers.Cli.Output;
using SupplyChainAnalyzers.Cli.Scanning;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Scanning;
using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Core.Verification.Behavior;

namespace SupplyChainAnalyzers.Cli.Behavior;

/// <summary>Has one model looked at, and, where that allows it and nothing is remembered of it, run.</summary>
/// <param name="host">The edge.</param>
/// <param name="policy">Judges what is found.</param>
/// <param name="failOn">The mildest verdict that fails by itself.</param>
/// <param name="cacheFolder">Where results are remembered; null for nowhere.</param>
internal sealed class ModelBehavior(CommandHost host, ScanPolicyChoice policy, BehaviorVerdict? failOn, string? cacheFolder)
{
    /// <param name="question">What is asked.</param>
    /// <param name="locked">What the lock says of the model; null when it is asked about by its path.</param>
    /// <exception cref="CommandFailedException">No scanner can run here: nothing is known of the model.</exception>
    /// <exception cref="OperationCanceledException">Stopped; no process is left.</exception>
    public BehaviorOutcome Check(BehaviorQuestion question, LockedBehavior? locked)
    {
        using var progress = new ProgressLine(host, "checking");
        var options = ScannerFinder.Require(host) with { Progress = (_, thousandths) => progress.Show(FormattableString.Invariant($"{thousandths / 10.0:0.0} %")) };
        var quiet = options with { Progress = null };
        var content = ScannerClient.Scan([new ScanFile(question.Model, locked?.Known[question.Model], question.Name)], quiet, host.Cancellation)[0];
        if (content.Findings.FirstOrDefault(static finding => finding.Rule == Rules.ScannerUnavailable) is { } unavailable)
            throw new CommandFailedException(Rules.ScannerUnavailable, unavailable.Message);

        var result = content.Answered ? Answer(question with { TensorFiles = Tensors(question, content, quiet), Beside = ModelParts.Beside(question.Model, question.Reference) }, options) : content;
        if (result.Answered && result.Sha256 != content.Sha256)
            result = content with { Findings = [new Finding(Rules.FileChanging, $"'{question.Name}' changed while it was checked; wait until nothing writes to it, then run this again") { Subject = question.Model }] };

        Finding[] behavior = [.. Acceptance.Apply(locked?.Fact, locked?.Approvals ?? new ApprovalsPolicy(), result, policy.Today)];
        var all = content.Answered ? content with { Findings = [.. content.Findings, .. behavior] } : content;
        var file = policy.Decide(new ScanTarget(question.Model, question.Name ?? question.Model, 0), all) with { Behavior = result.Behavior?.Verdict ?? BehaviorVerdict.Inconclusive };
        DecidedFinding[] notices = [.. policy.Notices(), .. IsolationNote.Of([content, result]) is { } note ? [policy.Decide(note)] : Array.Empty<DecidedFinding>()];
        return new BehaviorOutcome(file, result.Behavior, notices, Acceptance.CoversAll(behavior) ? null : failOn);
    }

    private ScanResult Answer(BehaviorQuestion question, ScannerOptions options)
    {
        var client = new BehaviorClient(options, cacheFolder, null);
        var files = FileHasher.HashAll([.. question.AllFiles.Distinct(StringComparer.Ordinal).Select(static path => new HashJob(path))], cancellationToken: host.Cancellation);
        if (files.FirstOrDefault(static file => file.Status != HashStatus.Hashed) is { } unread)
            throw new CommandFailedException(Rules.Unreadable, $"{Printable.Of(unread.Path)} cannot be read: {Printable.Of(unread.Reason)}");

        var known = files.ToDictionary(static file => file.Path, static file => file.Sha256, StringComparer.Ordinal);
        if (client.Remembered(question, known) is not { } remembered)
            return client.Run(question, known, host.Cancellation);

        host.Error.WriteLine("note: remembered from an earlier run on the same content; to run the model anew: --full");
        return remembered;
    }

    // The other models are trusted; what lies beside them is found as for this one.
    private string[] Tensors(BehaviorQuestion question, ScanResult content, ScannerOptions options) =>
    [
        .. TensorFiles.Of(content),
        .. new[] { question.Reference, question.Original }.OfType<string>().SelectMany(other => TensorFiles.Of(ScannerClient.Scan([new ScanFile(other)], options, host.Cancellation)[0])),
    ];
}
