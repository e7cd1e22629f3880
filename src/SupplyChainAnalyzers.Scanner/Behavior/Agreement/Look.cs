using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior.Statistics;

namespace SupplyChainAnalyzers.Scanner.Behavior.Agreement;

/// <summary>One way to look at all classes of a model, and what it counts.</summary>
/// <param name="Check">The check that measures it.</param>
/// <param name="Measure">Its name among what the check measures for each class.</param>
/// <param name="Scale">How the measure is compared between classes.</param>
/// <param name="Deviation">What each robust deviation from the middle class counts.</param>
/// <param name="Ratio">What the logarithm of the ratio to the middle class counts.</param>
internal sealed record Look(string Check, string Measure, LookScale Scale, double Deviation, double Ratio)
{
    /// <summary>Fewer classes have no middle worth the name.</summary>
    public const int LeastClasses = 6;

    // No single look decides alone, and one that speaks against a class takes little away: triggers of one kind are invisible to the other's look.
    private const double LowestDeviation = -1;
    private const double HighestDeviation = 6;
    private const double HighestOfWeights = 12;
    private const double LowestRatio = -.5;
    private const double HighestRatio = 3;
    private const double Least = 1e-2;

    /// <summary>What speaks for each class being planted; null when it was not looked.</summary>
    public Dictionary<int, double>? Evidence(IEnumerable<CheckResult> results)
    {
        var classes = results.FirstOrDefault(result => result.Check == Check && result.Outcome is CheckOutcome.Suspicious or CheckOutcome.NoFinding)?.Classes;
        if (classes is null || classes.Count < LeastClasses || classes.Any(one => Of(one) is null))
            return null;

        double[] numbers = [.. classes.Select(one => Of(one)!.Value)];
        return classes.Select(static one => one.Class).Zip(Scale == LookScale.Deviations ? OfDeviations(numbers) : OfSizes(numbers)).ToDictionary(static pair => pair.First, static pair => pair.Second);
    }

    private IEnumerable<double> OfDeviations(double[] numbers) => numbers.Select(number => Deviation * Math.Clamp(number, LowestDeviation, HighestOfWeights));

    private IEnumerable<double> OfSizes(double[] numbers)
    {
        double[] logs = [.. numbers.Select(number => Math.Log(Math.Max(number, Least)) * (Scale == LookScale.SmallStandsOut ? -1 : 1))];
        var middle = RobustScore.Median(logs);
        return logs.Zip(RobustScore.Of(logs)).Select(pair =>
            (Deviation * Math.Clamp(pair.Second, LowestDeviation, HighestDeviation)) + (Ratio * Math.Clamp(pair.First - middle, LowestRatio, HighestRatio)));
    }

    private double? Of(ClassResult one) => one.Values.FirstOrDefault(value => value.Name == Measure)?.Value;
}
