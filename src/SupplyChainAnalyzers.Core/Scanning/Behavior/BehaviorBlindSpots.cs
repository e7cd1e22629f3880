namespace SupplyChainAnalyzers.Core.Scanning.Behavior;

/// <summary>What a report cannot say, to be shown with every one of them.</summary>
public static class BehaviorBlindSpots
{
    private static readonly string[] OfLanguage = ["golden-prompts", "trigger-phrases", "template-leak", "refusals"];

    /// <summary>Sentences without a full stop.</summary>
    public static IReadOnlyList<string> Of(BehaviorReport report)
    {
        List<string> spots = ["no finding is no proof that nothing is hidden: who knows these checks can hide from them"];
        if (report.Engine == BehaviorReport.NothingRun)
            return [.. spots, .. OfWeights(report)];
        if (report.Checks.Any(static check => OfLanguage.Contains(check.Check)))
        {
            spots.Add("a phrase that is on no list is found only if the model says it by itself, and only if it makes different prompts get the same reply");
            spots.Add("recorded replies that agree say nothing about prompts with a trigger");
            return spots;
        }

        if (report.Inputs.All(static input => input.Role != "probe"))
            spots.Add("without a probe no trigger was searched for: only weights, margins, recorded outputs and the reference were looked at");
        spots.Add("triggers that are large, are things of the pictured world, work for one source class only, or turn each class into another are often missed");
        spots.Add("recorded outputs that agree say nothing about inputs with a trigger");
        return spots;
    }

    private static IEnumerable<string> OfWeights(BehaviorReport report)
    {
        yield return "nothing was run: what the model says to any input is not known";
        yield return "a trigger that was trained into all layers alike leaves ordinary weights";
        if (report.Inputs.All(static input => input.Role != "reference"))
            yield return "without a reference it is not known what was changed: give the model it was made from";
    }
}
