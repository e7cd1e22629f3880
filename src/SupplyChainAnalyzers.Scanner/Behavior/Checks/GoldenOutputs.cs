using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior.Golden;

namespace SupplyChainAnalyzers.Scanner.Behavior.Checks;

/// <summary>
/// Recorded inputs still give the recorded outputs: the same model, the same runtime, the same arithmetic. It says nothing about
/// backdoors: on inputs without the trigger a backdoored model answers like any other.
/// </summary>
internal sealed class GoldenOutputs : IBehaviorCheck
{
    public string Id => "golden";

    public string Paper => "own";

    public BehaviorTier Tier => BehaviorTier.Fast;

    public CheckNeeds Needs => CheckNeeds.Golden;

    public bool Concerns(BehaviorContext context) => context.Kind != ModelKind.Language;

    public CheckResult Run(BehaviorContext context)
    {
        var golden = context.Golden!;
        if (golden.ProbeSha256 is not null && golden.ProbeSha256 != context.ProbeSha256)
            throw new CheckSkippedException("the outputs were recorded with another probe; record them anew: models lock --golden");

        var now = GoldenRecorder.Record(context.Session, golden.ProbeSha256 is null ? null : context.Probe, golden.ProbeSha256, golden.Count);
        if (!now.Outputs.Select(static output => (output.Name, string.Join(',', output.Shape))).SequenceEqual(golden.Outputs.Select(static output => (output.Name, string.Join(',', output.Shape)))))
            return Found(Rules.GoldenAnswerChanged, 10, "gives other outputs than the recorded ones, by name or shape; restore the model, or record them anew if it was meant to change", []);

        var (worst, answers) = (0.0, 0);
        var (relative, absolute) = (context.Parameter(this, "rtol", 1e-3), context.Parameter(this, "atol", 1e-4));
        for (var i = 0; i < golden.Outputs.Count; i++)
        {
            var (was, isNow) = (golden.Outputs[i], now.Outputs[i]);
            worst = Math.Max(worst, was.Values.Zip(isNow.Values, (before, after) => Math.Abs(after - before) / (absolute + (relative * Math.Abs(before)))).Max());
            answers += ChangedAnswers(was, isNow);
        }

        Measurement[] values = [new("difference", worst), new("changedAnswers", answers), new("inputs", golden.Count)];
        if (answers > 0)
            return Found(Rules.GoldenAnswerChanged, Math.Max(10, worst), $"answers {answers} of {golden.Count} recorded inputs otherwise than recorded; restore the model, or record them anew if it was meant to change", values);
        if (worst > 1)
            return Found(Rules.GoldenOutputsDrifted, worst, FormattableString.Invariant($"gives the recorded answers with numbers that differ {worst:0.#} times as much as tolerated; look for another runtime or other settings, or record them anew"), values);

        return new CheckResult(Id, CheckOutcome.NoFinding, $"gives the recorded outputs for {golden.Count} inputs") { Score = worst, Values = values };
    }

    private CheckResult Found(Rule rule, double score, string words, Measurement[] values) =>
        new(Id, CheckOutcome.Suspicious, words) { Score = score, Rule = rule, Values = values };

    // Only where an output is a row of classes; the largest number of the recorded row must be the largest still.
    private static int ChangedAnswers(GoldenOutput was, GoldenOutput now)
    {
        if (was.Shape is not [_, > 1])
            return 0;

        var width = (int)was.Shape[1];
        return Enumerable.Range(0, was.Values.Length / width).Count(row => Largest(was.Values, row * width, width) is var before && now.Values[(row * width) + before] < now.Values.AsSpan(row * width, width).ToArray().Max() - Tie);
    }

    private const double Tie = 1e-6; // recorded with six digits, two classes can be level

    private static int Largest(double[] values, int from, int width) => Array.IndexOf(values, values.AsSpan(from, width).ToArray().Max(), from, width) - from;
}
