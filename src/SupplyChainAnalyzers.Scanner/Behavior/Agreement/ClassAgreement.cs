using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior.Statistics;

namespace SupplyChainAnalyzers.Scanner.Behavior.Agreement;

/// <summary>
/// What several looks say of the same class. In a clean model each look has some class that stands out a little, and rarely the same one; a
/// planted class stands out from all sides. The weights are those of a logistic regression over the classes of models with known backdoors.
/// </summary>
internal static class ClassAgreement
{
    public const string Id = "agreement";

    /// <summary>The evidence that counts as a score of 1: none of the clean models had as much that the weights were taken from.</summary>
    public const double Limit = 4;

    /// <summary>So much more evidence makes the score e times as high.</summary>
    private const double PerScore = 2;

    public static IReadOnlyList<Look> Looks { get; } =
    [
        new("weights", "positive", LookScale.Deviations, .32, 0),
        new("weights", "sum", LookScale.Deviations, .26, 0),
        new("mm-bd", "margin", LookScale.LargeStandsOut, .21, .73),
        new("neural-cleanse", "norm", LookScale.SmallStandsOut, .18, .68),
        new("superimposed", "norm", LookScale.SmallStandsOut, .18, .61),
        new("additive", "norm", LookScale.SmallStandsOut, .18, .45),
    ];

    /// <summary>Null when fewer than two checks looked at all classes.</summary>
    /// <param name="results">Of the checks themselves.</param>
    /// <param name="limit">The evidence from which a class is suspicious.</param>
    public static CheckResult? Of(IReadOnlyList<CheckResult> results, double limit)
    {
        var sides = Looks.GroupBy(static look => look.Check).Select(group => Side.Of(group.Key, [.. group.Select(look => look.Evidence(results))])).OfType<Side>().ToList();
        int[] classes = sides.Count < 2 ? [] : [.. sides[0].Evidence.Keys.Where(one => sides.All(side => side.Evidence.ContainsKey(one))).Order()];
        return classes.Length < Look.LeastClasses ? null : Result(sides, [.. classes.Select(one => (Class: one, Evidence: Math.Round(sides.Sum(side => side.Evidence[one]), 2)))], limit);
    }

    private static CheckResult Result(List<Side> sides, (int Class, double Evidence)[] classes, double limit)
    {
        var (first, evidence) = classes.MaxBy(static one => one.Evidence);
        var isSuspicious = evidence >= limit;
        var agreeing = string.Join(", ", sides.Where(side => side.SinglesOut(first)).Select(static side => side.Check));
        var measure = FormattableString.Invariant($"evidence {evidence:0.00}, limit {limit:0.00}");
        return new CheckResult(Id, isSuspicious ? CheckOutcome.Suspicious : CheckOutcome.NoFinding, isSuspicious
            ? $"has one class, {first}, that stands out in several checks at once: {agreeing} ({measure}); look at it with --report, then prune or fine-tune the model, or use another"
            : $"has no class that several checks single out; class {first} comes nearest ({measure})")
        {
            Score = Math.Round(Math.Exp((evidence - Limit) / PerScore), 3),
            Distance = evidence - limit,
            TargetClass = isSuspicious ? first : null,
            Rule = Rules.ChecksAgree,
            Values = [new("evidence", evidence), new("medianEvidence", RobustScore.Median([.. classes.Select(static one => one.Evidence)]))],
            Classes = [.. classes.OrderByDescending(static one => one.Evidence).Take(ClassResult.MaxClasses).OrderBy(static one => one.Class).Select(static one => new ClassResult(one.Class, [new("evidence", one.Evidence)]))],
        };
    }
}
