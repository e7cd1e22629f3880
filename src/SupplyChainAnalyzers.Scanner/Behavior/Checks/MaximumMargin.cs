using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior.Autodiff;
using SupplyChainAnalyzers.Scanner.Behavior.Statistics;
using SupplyChainAnalyzers.Scanner.Behavior.Triggers;

namespace SupplyChainAnalyzers.Scanner.Behavior.Checks;

/// <summary>
/// How sure of each class the model can be made by any input at all; a backdoor's class can be far surer than the others. It needs no inputs
/// of the user's. In place of the paper's p-value the logarithm of a ratio: the p-value called three of ten clean models of ours suspicious.
/// </summary>
internal sealed class MaximumMargin : IBehaviorCheck
{
    private const double RatioLimit = 1.2;

    /// <summary>
    /// Reached besides, as in the other searches. In some honest models all margins lie far apart: a DenseNet and a MobileNetV2 of ours have ratios of 1.7
    /// and 1.5 with indices of 1.5 and 1.0; planted ones that reach the ratio have 2.2 and more.
    /// </summary>
    private const double IndexLimit = 2;

    private const int LeastForIndex = 6; // classes: fewer have no spread worth the name
    private const int Starts = 8;
    private const int Steps = 70;
    private const float Rate = .03f; // of the range's width, for each step

    /// <summary>No margin counts as less: a class that nothing reaches has none.</summary>
    private const double LeastMargin = 1e-2;

    public string Id => "mm-bd";

    public string Paper => "Wang et al.: MM-BD: Post-Training Detection of Backdoor Attacks with Arbitrary Backdoor Pattern Types Using a Maximum Margin Statistic, IEEE S&P 2024";

    public BehaviorTier Tier => BehaviorTier.Standard;

    public CheckNeeds Needs => CheckNeeds.None;

    public CheckResult Run(BehaviorContext context)
    {
        var (gradient, range) = (Effort.Exact(context), Range(context));
        Effort.Check(this, context, gradient.Classes, Starts, Steps);
        if (context.Probe is { } probe && probe.SampleSize == gradient.Size)
            ProbeFit.Answers(TriggerReplay.Logits(gradient, probe.Inputs), gradient.Classes, probe.Labels);
        var margins = new double[gradient.Classes];
        var perGroup = TriggerSearch.MaxBatch / Starts;
        foreach (var group in Enumerable.Range(0, margins.Length).Chunk(perGroup))
        {
            var done = (double)group[0] / margins.Length;
            var found = Climb(gradient, group, range, context, share => context.Progress(done + (share * group.Length / margins.Length)));
            for (var i = 0; i < group.Length; i++)
                margins[group[i]] = Math.Max(LeastMargin, found.AsSpan(i * Starts, Starts).ToArray().Max());
        }

        var outlier = LogOutlier.Highest(margins);
        if (context.WantsPictures)
            context.Show(BarChart.Of(Id + "-margins", "How far ahead of all others each class can be brought; red is the farthest", margins, outlier.Place));
        return Result(margins, outlier, context.Parameter(this, "logRatio", RatioLimit), context.Parameter(this, "anomalyIndex", IndexLimit));
    }

    private CheckResult Result(double[] margins, LogOutlier outlier, double limit, double indexLimit)
    {
        var distance = Distance(outlier, margins.Length, limit, indexLimit);
        var isSuspicious = distance >= 0;
        var (highest, middle) = (margins[outlier.Place], RobustScore.Median(margins));
        return new CheckResult(Id, isSuspicious ? CheckOutcome.Suspicious : CheckOutcome.NoFinding, isSuspicious
            ? FormattableString.Invariant($"can be brought to class {outlier.Place} with a margin of {highest:0.0} where another class has {middle:0.0} (log ratio {outlier.LogRatio:0.00}), as a planted trigger does; prune or fine-tune the model, or use another")
            : FormattableString.Invariant($"can be brought to no class with a far greater margin than to others; the greatest is that of class {outlier.Place} (log ratio {outlier.LogRatio:0.00})"))
        {
            Score = outlier.LogRatio / RatioLimit,
            Distance = distance,
            TargetClass = isSuspicious || outlier.LogRatio >= RatioLimit ? outlier.Place : null,
            Rule = Rules.MarginStandsOut,
            Values = [new("anomalyIndex", outlier.AnomalyIndex), new("logRatio", outlier.LogRatio), new("largestMargin", highest), new("medianMargin", middle)],
            Classes = [.. Enumerable.Range(0, margins.Length).OrderByDescending(i => margins[i]).Take(ClassResult.MaxClasses).Order().Select(i => new ClassResult(i, [new("margin", margins[i])]))],
        };
    }

    /// <summary>How far beyond its limits an outlier among so many classes is; below zero where it does not reach them.</summary>
    /// <param name="outlier">The largest margin. Its index is 0 where most are equal, and then the ratio says all.</param>
    /// <param name="classes">How many margins there are.</param>
    /// <param name="limit">Of the ratio.</param>
    /// <param name="indexLimit">Of the index.</param>
    internal static double Distance(LogOutlier outlier, int classes, double limit, double indexLimit) => classes < LeastForIndex || outlier.AnomalyIndex == 0
        ? outlier.LogRatio - limit
        : Math.Min(outlier.LogRatio - limit, outlier.AnomalyIndex - indexLimit);

    // Without inputs of the user's a picture's numbers are taken to lie from 0 to 1.
    private InputRange Range(BehaviorContext context)
    {
        if (context.Probe is null && ImageShape.Of(context.Gradient.Example) is null)
            throw new CheckSkippedException("the model's input is no picture, and without a probe its range is not known");

        var (low, high) = context.Probe?.Range ?? (InputRange.Unit.Low, InputRange.Unit.High);
        var range = new InputRange((float)context.Parameter(this, "low", low), (float)context.Parameter(this, "high", high));
        return range.High > range.Low ? range : throw new CheckSkippedException("the inputs' numbers would all be the same");
    }

    // The margin of each start after the last step, class by class.
    private double[] Climb(OnnxGradient gradient, int[] classes, InputRange range, BehaviorContext context, Action<double> progress)
    {
        var size = gradient.Size;
        var inputs = new float[classes.Length * Starts * size];
        for (var i = 0; i < classes.Length * Starts; i++)
        {
            var random = context.Random(this, FormattableString.Invariant($"{classes[i / Starts]} from {i % Starts}"));
            for (var j = i * size; j < (i + 1) * size; j++)
                inputs[j] = range.Low + (range.Width * (float)random.Uniform());
        }

        var adam = new Adam(inputs.Length, Rate * range.Width);
        var (slopes, margins) = (new float[classes.Length * Starts * gradient.Classes], new double[classes.Length * Starts]);
        for (var step = 0; step <= Steps; step++)
        {
            using var pass = gradient.Forward(inputs, margins.Length);
            for (var i = 0; i < margins.Length; i++)
                margins[i] = -Losses.Margin(pass.Logits.Slice(i * gradient.Classes, gradient.Classes), classes[i / Starts], 1, slopes.AsSpan(i * gradient.Classes, gradient.Classes));
            if (step == Steps)
                break;

            var down = pass.Backward(slopes).ToArray(); // the inputs are the pass's until it is gone
            adam.Step(inputs, down);
            for (var j = 0; j < inputs.Length; j++)
                inputs[j] = range.Clamp(inputs[j]);
            progress((step + 1.0) / Steps);
        }

        return margins;
    }
}
