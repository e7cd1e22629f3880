using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.Cli.Scanning;

/// <summary>All that a scan found.</summary>
/// <param name="Files">In ordinal order of their paths.</param>
/// <param name="Excluded">Files and folders that a pattern left out.</param>
/// <param name="Notices">What there is to say about the policy and the scanner.</param>
internal sealed record ScanOutcome(IReadOnlyList<ScannedFile> Files, int Excluded, IReadOnlyList<DecidedFinding> Notices)
{
    // What was not read outweighs what was found: nothing is known of it.
    private static readonly Rule[] NotRead = [Rules.Unreadable, Rules.FileUnreadable, Rules.FileChanging];

    /// <summary>Scripts and container files among the files, in the same order.</summary>
    public IReadOnlyList<ScannedSource> Sources { get; init; } = [];

    /// <summary>Bytes that were scanned.</summary>
    public long Bytes => Files.Sum(static file => file.Size ?? 0);

    /// <summary>0, 1 or 2.</summary>
    public int ExitCode => Files.Any(static file => file.Findings.Any(static finding => Array.IndexOf(NotRead, finding.Finding.Rule) >= 0))
        ? Levels.ExitFailure
        : Levels.ExitCode(Files.SelectMany(static file => file.Findings).Concat(Sources.SelectMany(static source => source.Findings)).Concat(Notices));

    /// <summary>Files of one verdict.</summary>
    public int Count(Verdict verdict) => Files.Count(file => file.Verdict == verdict);
}
