using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Scanning;

namespace SupplyChainAnalyzers.Core.Verification.Checks;

/// <summary>The scanner's findings as a verification says them: at the file's line in the lock, and no more than people read.</summary>
internal static class ContentFindings
{
    /// <summary>Findings of one rule in one file; whoever wants the rest scans the file.</summary>
    private const int MaxOfRule = 3;

    /// <summary>The worst of each rule. Notes are left to <c>models scan</c>.</summary>
    public static IEnumerable<Finding> Of(ModelsPolicy policy, DeclaredFile file, ScanResult result) =>
        from finding in result.Findings
        where finding.Rule != Rules.CodeFormat && !ContentSettings.IsNote(policy.Scan, finding)
        group finding by finding.Rule into rule
        let worst = rule.OrderByDescending(static finding => finding.Severity).ToList()
        from place in Enumerable.Range(0, Math.Min(worst.Count, MaxOfRule))
        select AtFile(file, worst[place], place == MaxOfRule - 1 ? worst.Count - MaxOfRule : 0);

    private static Finding AtFile(DeclaredFile file, Finding finding, int more)
    {
        var others = more == 0 ? "" : $" (and {Shown.Number(more)} more of this kind; to see them: models scan)";
        return new Finding(finding.Rule, finding.Message + others)
        {
            Severity = finding.Severity,
            Region = file.Entry.Region,
            Model = file.Model.Name,
            Subject = file.FullPath,
            Sha256 = file.Sha256 ?? finding.Sha256,
            Member = finding.Member,
            Offset = finding.Offset,
            Symbol = finding.Symbol,
        };
    }
}
