using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Policy.Members;

namespace SupplyChainAnalyzers.Core.Policy.Reading;

/// <summary>Whether a policy only tightens one that it extends.</summary>
internal static class PolicyTightening
{
    /// <summary>
    /// Compares what the policy says itself, because of two values that hold together only the stricter is left; and what holds in
    /// the end, because with several bases one can bring what another does not grant.
    /// </summary>
    public static IReadOnlyList<Finding> Check(ModelsPolicy own, ModelsPolicy joined, ModelsPolicy floor)
    {
        var report = new LooseningReport(floor.Files[0].Path);
        foreach (var member in PolicyMembers.Root)
        {
            member.CheckTightens(own, floor, report);
            member.CheckTightens(joined, floor, report);
        }

        return [.. report.Findings.GroupBy(static finding => (finding.File, finding.Region, finding.Message)).Select(static group => group.First())];
    }
}
