using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.Core.Locking.Assembly;

/// <summary>What is found on the way, with its level: no policy decides here, a lock states facts.</summary>
internal sealed class LockFindings
{
    private readonly List<DecidedFinding> _findings = [];

    /// <summary>Whether no lock can be made.</summary>
    public bool HasError => _findings.Exists(static finding => finding.Level == Level.Error);

    /// <summary>Whether something has been said of this file.</summary>
    public bool Concern(string fullPath) => _findings.Exists(finding => finding.Finding.Subject == fullPath);

    /// <summary>Adds a finding at its rule's own level.</summary>
    public void Add(Finding finding) => _findings.Add(new DecidedFinding(finding, finding.Rule.DefaultLevel));

    /// <summary>Adds something that is a fault elsewhere but no reason not to write a lock.</summary>
    public void Warn(Finding finding) => _findings.Add(new DecidedFinding(finding, Level.Warning));

    /// <summary>Ordinal order of subject, rule and message.</summary>
    public IReadOnlyList<DecidedFinding> ToList() =>
    [
        .. _findings
            .OrderBy(static finding => finding.Finding.Subject ?? "", StringComparer.Ordinal)
            .ThenBy(static finding => finding.Finding.Rule.Id, StringComparer.Ordinal)
            .ThenBy(static finding => finding.Finding.Message, StringComparer.Ordinal),
    ];
}
