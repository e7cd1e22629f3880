using SupplyChainAnalyzers.Cli.Scanning;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Scanning.Behavior;

namespace SupplyChainAnalyzers.Cli.Behavior;

/// <summary>All that is known about one model's behaviour, judged.</summary>
/// <param name="File">The model, with the findings of its content and of its behaviour.</param>
/// <param name="Report">What the checks measured; null when the model could not be run to its end.</param>
/// <param name="Notices">What there is to say about the policy and the scanner.</param>
/// <param name="FailOn">The mildest verdict that fails by itself; null when only findings fail.</param>
internal sealed record BehaviorOutcome(ScannedFile File, BehaviorReport? Report, IReadOnlyList<DecidedFinding> Notices, BehaviorVerdict? FailOn)
{
    /// <summary>Of the behaviour; inconclusive when there is no report.</summary>
    public BehaviorVerdict Verdict => Report?.Verdict ?? BehaviorVerdict.Inconclusive;

    /// <summary>0, 1 or 2.</summary>
    public int ExitCode => new ScanOutcome([File], 0, Notices).ExitCode is not Levels.ExitOk and var code ? code
        : FailOn is { } mildest && Verdict >= mildest ? Levels.ExitFindings
        : Levels.ExitOk;
}
