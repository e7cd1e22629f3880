using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Scanning.Behavior;

namespace SupplyChainAnalyzers.Cli.Scanning;

/// <summary>One result of a scan, with what the policy makes of its findings.</summary>
internal sealed record ScannedFile
{
    /// <summary>As reports write it.</summary>
    public required string Path { get; init; }

    /// <summary>SHA-256 of the bytes that were scanned; null when there were none.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Bytes that were scanned; null when there were none.</summary>
    public long? Size { get; init; }

    /// <summary>Its format by structure; null when it was not scanned.</summary>
    public ModelFormat? Format { get; init; }

    /// <summary>What its content is.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>How it behaves; null unless that was checked.</summary>
    public BehaviorVerdict? Behavior { get; init; }

    /// <summary>The word for what it was looked at for.</summary>
    public string VerdictWord => Behavior?.Word() ?? Verdict.Word();

    /// <summary>Worst first.</summary>
    public required IReadOnlyList<DecidedFinding> Findings { get; init; }
}
