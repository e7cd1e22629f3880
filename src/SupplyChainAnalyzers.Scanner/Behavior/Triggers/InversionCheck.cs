using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior.Statistics;

namespace SupplyChainAnalyzers.Scanner.Behavior.Triggers;

/// <summary>
/// Searches for each class the cheapest trigger that moves inputs of all others there. A backdoor is a class that is far cheaper to reach
/// than the rest: the logarithm of the ratio says how far, whatever the others' spread; the anomaly index keeps a wide spread from alarming.
/// </summary>
internal abstract class InversionCheck : IBehaviorCheck
{
    /// <summary>Fewer classes have no spread worth the name, and the ratio decides alone.</summary>
    private const int LeastForIndex = 6;
    private const double RatioOfFew = 1.2;

    public abstract string Id { get; }

    public abstract string Paper { get; }

    public BehaviorTier Tier => BehaviorTier.Standard;

    public CheckNeeds Needs => CheckNeeds.Probe;

    protected abstract Rule Rule { get; }

    protected abstract SearchSettings Settings { get; }

    /// <summary>From here on a model may be suspicious.</summary>
    protected abstract double IndexLimit { get; }

    /// <summary>As <see cref="IndexLimit"/>; both must be reached.</summary>
    protected abstract double RatioLimit { get; }

    /// <summary>The ratio that counts as a score of 1.</summary>
    protected abstract double RatioOfOne { get; }

    public CheckResult Run(BehaviorContext context)
    {
        var settings = Sized(context);
        Effort.Check(this, context, ClassScreen.Count(Effort.Exact(context).Classes), settings.Batch, settings.Steps); // before anything is run
        var (gradient, shape, range, search, held) = SearchGround.Of(context);
        var searched = context.SearchedClasses;
        SearchTarget[] targets = [.. SearchTarget.AllToOne(search, gradient.Classes).Where(target => searched.Contains(target.Class))];
        if (targets.Length < searched.Count)
            throw new CheckSkippedException("the probe's inputs are all of one class");

        var results = new TriggerSearch(gradient, search, Counting(settings, targets.Length, context)).Run(targets, random => Start(shape, range, random), part => context.Random(this, part));
        var outlier = LogOutlier.Lowest([.. results.Select(static result => (double)result.Norm)]);
        var lowest = results[outlier.Place];
        var replayed = TriggerReplay.SuccessRate(gradient, held, lowest.Trigger, lowest.Target.Class);
        TriggerGallery.Show(context, Id, shape, range, lowest, held);
        var result = Result(context, results, outlier, replayed, gradient.Classes);
        context.Keep(new FoundTrigger(Id, lowest.Trigger, lowest.Target.Class, result.Score ?? 0, result.Outcome == CheckOutcome.Suspicious));
        return result;
    }

    /// <summary>A trigger to begin with.</summary>
    protected abstract Trigger Start(ImageShape shape, InputRange range, SeededRandom random);

    /// <summary>What was found, for people, without its numbers.</summary>
    protected abstract string Words(TriggerResult lowest, double middle);

    private CheckResult Result(BehaviorContext context, IReadOnlyList<TriggerResult> results, LogOutlier outlier, double replayed, int classes)
    {
        var lowest = results[outlier.Place];
        var middle = RobustScore.Median([.. results.Select(static result => (double)result.Norm)]);
        var ratioLimit = context.Parameter(this, "logRatio", RatioLimit);
        var distance = results.Count < LeastForIndex
            ? outlier.LogRatio - Math.Max(ratioLimit, RatioOfFew)
            : Math.Min(outlier.LogRatio - ratioLimit, outlier.AnomalyIndex - context.Parameter(this, "anomalyIndex", IndexLimit));
        var isSuspicious = distance >= 0;
        var score = outlier.LogRatio / RatioOfOne;
        var measures = FormattableString.Invariant($"anomaly index {outlier.AnomalyIndex:0.00}, log ratio {outlier.LogRatio:0.00}{(results.Count < classes ? $"; searched were the {results.Count} of {classes} classes that a short search came nearest to" : "")}");
        return new CheckResult(Id, isSuspicious ? CheckOutcome.Suspicious : CheckOutcome.NoFinding, isSuspicious
            ? FormattableString.Invariant($"{Words(lowest, middle)} ({measures}), and {replayed:P0} of the inputs held back follow; look at it with --report, then prune or fine-tune the model, or use another")
            : FormattableString.Invariant($"has no class that is far easier to reach than the others; the easiest is {lowest.Target.Class} ({measures})"))
        {
            Score = score,
            Distance = distance,
            TargetClass = isSuspicious || score >= 1 ? lowest.Target.Class : null,
            Rule = Rule,
            Values = [new("anomalyIndex", outlier.AnomalyIndex), new("logRatio", outlier.LogRatio), new("lowestNorm", lowest.Norm), new("medianNorm", middle), new("replayed", replayed), .. results.Count < classes ? new[] { new Measurement("searchedClasses", results.Count) } : []],
            Classes = [.. results.OrderBy(static result => result.Norm).Take(ClassResult.MaxClasses).OrderBy(static result => result.Target.Class).Select(static result => new ClassResult(result.Target.Class, [new("norm", result.Norm), new("reached", result.IsReached ? 1 : 0)]))],
        };
    }

    // Large pictures make do with fewer in each step.
    private SearchSettings Sized(BehaviorContext context)
    {
        var batch = ImageShape.Of(context.Gradient.Example) is { IsLarge: true } ? Math.Min(SearchSettings.BatchOfLarge, Settings.Batch) : Settings.Batch;
        return Settings with { Steps = Whole(context, "steps", Settings.Steps, SearchSettings.MaxSteps), Batch = Whole(context, "batch", batch, TriggerSearch.MaxBatch) };
    }

    private int Whole(BehaviorContext context, string name, int own, int most) => (int)Math.Clamp(context.Parameter(this, name, own), 1, most);

    private static SearchSettings Counting(SearchSettings settings, int targets, BehaviorContext context)
    {
        var perGroup = Math.Max(1, TriggerSearch.MaxBatch / settings.Batch);
        var (done, all) = (0, settings.Steps * ((targets + perGroup - 1) / perGroup));
        return settings with { Progress = _ => context.Progress((double)++done / all) };
    }
}
