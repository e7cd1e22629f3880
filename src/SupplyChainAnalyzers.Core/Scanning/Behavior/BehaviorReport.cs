using SupplyChainAnalyzers.Core.Policy;

namespace SupplyChainAnalyzers.Core.Scanning.Behavior;

/// <summary>What is known about how one model behaves.</summary>
public sealed record BehaviorReport
{
    /// <summary>The <see cref="Engine"/> of weights that were read and not run.</summary>
    public const string NothingRun = "nothing was run";

    /// <summary>All checks together.</summary>
    public required BehaviorVerdict Verdict { get; init; }

    /// <summary>How unusual the model is, higher is worse; 1 is where nearly all clean models ended that limits were taken from. Null when nothing could be measured.</summary>
    public double? Score { get; init; }

    /// <summary>The class that inputs are turned to; null when none stands out.</summary>
    public int? TargetClass { get; init; }

    /// <summary>How deep was looked.</summary>
    public BehaviorTier Tier { get; init; }

    /// <summary>What computed it, such as <c>onnxruntime 1.29.0</c>: results of another one may differ in their last digits.</summary>
    public string Engine { get; init; } = "";

    /// <summary>The digests of what it was checked with, as the scanner read it: the roles <c>probe</c>, <c>labels</c>, <c>reference</c>, <c>original</c>, <c>inputs</c>, <c>training</c>, <c>golden</c>.</summary>
    public IReadOnlyList<BehaviorInput> Inputs { get; init; } = [];

    /// <summary>Each check that was asked for, in the order they ran.</summary>
    public IReadOnlyList<CheckResult> Checks { get; init; } = [];

    /// <summary>What became of the answers when the probe was changed; empty unless that was asked for and could be.</summary>
    public IReadOnlyList<SuiteResult> Suite { get; init; } = [];

    /// <summary>The model's outputs as they are now, to be kept as a file; null unless they were to be recorded and could be.</summary>
    public string? Golden { get; init; }

    /// <summary>For a report folder; empty unless they were asked for.</summary>
    public IReadOnlyList<BehaviorPicture> Pictures { get; init; } = [];
}
