using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Policy.Reading;

/// <summary>Where a policy names its reviewers, nobody else can review an exemption.</summary>
internal static class ExemptionReviewers
{
    public static IEnumerable<Finding> Check(ModelsPolicy policy)
    {
        if (policy.Exemptions is null || policy.Approvals.Reviewers is not { Value.Count: > 0 } reviewers) yield break;
        foreach (var exemption in policy.Exemptions.Value.Values)
        {
            if (reviewers.Value.ContainsKey(exemption.Reviewer)) continue;
            yield return new Finding(
                Rules.ExemptionInvalid,
                $"The exemption '{exemption.Key}' is reviewed by '{Printable.Of(exemption.Reviewer)}', who is no reviewer of {reviewers.Place.Show()}; have one of them review it")
            { File = exemption.Place.File, Region = exemption.Place.Region };
        }
    }
}
