using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Scanning.Protocol;

namespace SupplyChainAnalyzers.Scanner.Scanning;

/// <summary>
/// The findings of one file, in the order they were made, each once. When there are too many, the mildest go: a flood of
/// notes cannot hide the one that counts.
/// </summary>
internal sealed class FindingSink
{
    private readonly List<ReportedFinding> _findings = [];
    private readonly HashSet<(Rule, string?, string?, string)> _known = [];
    private int _dropped;

    /// <summary>Findings, the worst of them if there were too many; the last one says how many are missing.</summary>
    public IReadOnlyList<ReportedFinding> Findings => _dropped == 0 ? _findings : [.. _findings, Dropped()];

    /// <summary>Whether anything but notes is among them.</summary>
    public bool HasDoubts => _findings.Exists(static finding => finding.Severity > Severity.Info);

    public void Add(ReportedFinding finding)
    {
        if (!_known.Add((finding.Rule, finding.Member, finding.Symbol, finding.Message)))
            return;

        if (_findings.Count < Wire.MaxFindings - 1)
        {
            _findings.Add(finding);
            return;
        }

        _known.Remove((finding.Rule, finding.Member, finding.Symbol, finding.Message));
        _dropped++;
        var mildest = _findings.FindLastIndex(kept => kept.Severity < finding.Severity);
        if (mildest < 0)
            return;

        _findings.RemoveAt(mildest);
        _findings.Add(finding);
    }

    private ReportedFinding Dropped() => new(Rules.Unscannable, Severity.Medium, $"has {_dropped} more findings, none worse than those shown; do not use it");
}
