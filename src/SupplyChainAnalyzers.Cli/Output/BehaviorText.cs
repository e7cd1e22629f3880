using SupplyChainAnalyzers.Cli.Behavior;
using SupplyChainAnalyzers.Core.Scanning.Behavior;

namespace SupplyChainAnalyzers.Cli.Output;

/// <summary>What <c>models behavior</c> prints for people: the verdict and its findings, each check in a line, what cannot be seen.</summary>
internal static class BehaviorText
{
    private const int MaxClasses = 12;
    private const int MaxItems = 12;

    /// <summary>Writes the one model.</summary>
    public static void Write(ReportTarget target, BehaviorOutcome outcome)
    {
        List<string> lines = [.. ScanText.Lines(outcome.File, target.HasColor)];
        if (outcome.Report is { } report)
        {
            lines.Insert(1, FormattableString.Invariant($"  {Facts(report)}; {BehaviorReportText.Tier(report.Tier)} tier, {report.Engine}"));
            foreach (var check in report.Checks)
                lines.AddRange(Lines(check));

            lines.AddRange(Suite(report.Suite));
            lines.Add("what this cannot see:");
            lines.AddRange(BehaviorBlindSpots.Of(report).Select(static spot => "  - " + spot));
        }

        target.WriteText(lines);
    }

    /// <summary>How many flipped, and to what.</summary>
    public static string Flips(SuiteResult result) =>
        FormattableString.Invariant($"{result.Flips} of {result.Inputs}")
        + (result.Towards is { } target ? FormattableString.Invariant($", {result.FlipsTowards} to class {target}") : "")
        + (result.NotNumbers > 0 ? FormattableString.Invariant($"; {result.NotNumbers} get no numbers") : "");

    private static IEnumerable<string> Suite(IReadOnlyList<SuiteResult> suite) => suite.Count == 0
        ? []
        : suite.Select(static result => $"  {result.Case,-26} {Flips(result)}").Prepend("answers that flip when each input is changed:");

    /// <summary>Score and class in words.</summary>
    public static string Facts(BehaviorReport report) =>
        (report.Score is { } score ? FormattableString.Invariant($"score {score:0.00} (unusual from 1)") : "nothing measured")
        + (report.TargetClass is { } target ? FormattableString.Invariant($", inputs are turned to class {target}") : "");

    private static IEnumerable<string> Lines(CheckResult check)
    {
        var score = check.Score is { } value ? FormattableString.Invariant($" {value:0.00}") : "";
        yield return $"{check.Outcome.Word(),-12} {check.Check}{score}: {check.Words}";
        if (check.Values.Count > 0)
            yield return $"  {Numbers(check.Values)}";
        foreach (var one in check.Classes.Take(MaxClasses))
            yield return FormattableString.Invariant($"  class {one.Class}: {Numbers(one.Values)}");
        foreach (var item in check.Items.Take(MaxItems))
            yield return $"  {item.Name}: {Numbers(item.Values)}";
        if (check.Items.Count > MaxItems)
            yield return $"  and {check.Items.Count - MaxItems} more, with --format json";
    }

    /// <summary>Measurements in a line.</summary>
    public static string Numbers(IReadOnlyList<Measurement> values) => string.Join(", ", values.Select(static value => FormattableString.Invariant($"{value.Name} {value.Value:0.##}")));
}
