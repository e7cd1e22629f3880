using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Core.Scanning.Protocol;
using SupplyChainAnalyzers.Core.Scanning.Sources;

namespace SupplyChainAnalyzers.Core.Scanning;

/// <summary>
/// What the scanner found out about one requested file.
/// </summary>
public sealed record ScanResult
{
    /// <summary>The file as requested.</summary>
    public required ScanFile File { get; init; }

    /// <summary>Whether the scanner read the file. If not, <see cref="Findings"/> say why and nothing else is known.</summary>
    public bool Answered => Format is not null;

    /// <summary>The format by structure; null unless <see cref="Answered"/>.</summary>
    public ModelFormat? Format { get; init; }

    /// <summary>SHA-256 of the bytes that were parsed, equal to the requested one if there was one; null unless <see cref="Answered"/>.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Number of bytes that were parsed; null unless <see cref="Answered"/>.</summary>
    public long? Size { get; init; }

    /// <summary>What its content is, before any policy; a file without an answer is unscannable.</summary>
    public Verdict Verdict => Answered ? Verdicts.Of(Findings) : Verdict.Unscannable;

    /// <summary>
    /// What did not hold while it was scanned, because the system cannot: <c>filesystem</c>, <c>network</c>, <c>processes</c>,
    /// <c>memory</c>. Empty where all of it held, and where there was no answer.
    /// </summary>
    public IReadOnlyList<string> MissingIsolation { get; init; } = [];

    /// <summary>What is in the file; empty unless it was inspected, see <see cref="ScannerClient.Inspect"/>.</summary>
    public IReadOnlyList<ListingLine> Listing { get; init; } = [];

    /// <summary>How the model behaves; null unless that was asked for and answered.</summary>
    public BehaviorReport? Behavior { get; init; }

    /// <summary>What came of a conversion; null when none was asked for.</summary>
    internal Conversion? Conversion { get; init; }

    /// <summary>What is wrong in a source file; null unless it was read as one, see <see cref="ScannerClient.ReadSources"/>.</summary>
    internal SourceReport? Source { get; init; }

    /// <summary>In the scanner's order; SCA0002 or SCA0003 when it gave no answer.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];
}
