using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior.Statistics;
using SupplyChainAnalyzers.Scanner.Behavior.Triggers;

namespace SupplyChainAnalyzers.Scanner.Behavior.Checks;

/// <summary>
/// A patch for each class from each other one: attacks on one source class, and those that turn each class into another, leave no class
/// that is easy to reach from all.
/// </summary>
internal sealed class ClassPairs : IBehaviorCheck
{
    // Largest among twelve of our clean models: 5.6 and 2.6.
    private const double Limit = 7;
    private const double LimitOfEach = 4;
    private const int LeastClasses = 6;
    private const int LeastOfClass = 5; // of which one more is held back

    public string Id => "class-pairs";

    public string Paper => "Xiang et al.: UMD: Unsupervised Model Detection for X2X Backdoor Attacks, ICML 2023; the search as in Neural Cleanse, IEEE S&P 2019";

    public BehaviorTier Tier => BehaviorTier.Deep;

    public CheckNeeds Needs => CheckNeeds.Probe;

    public CheckResult Run(BehaviorContext context)
    {
        var (gradient, shape, range, search, held) = SearchGround.Of(context);
        var settings = SearchSettings.Patch with { Steps = (int)Math.Clamp(context.Parameter(this, "steps", 80), 1, SearchSettings.MaxSteps), Batch = 4 };
        if (gradient.Classes < LeastClasses)
            throw new CheckSkippedException($"the model has {gradient.Classes} classes, fewer than {LeastClasses}");

        var targets = SearchTarget.Pairs(search, gradient.Classes);
        if (targets.Length < gradient.Classes * (gradient.Classes - 1) || targets.Any(static target => target.Examples.Count < LeastOfClass))
            throw new CheckSkippedException($"the probe has fewer than {LeastOfClass} inputs of some class to search with");

        Effort.Check(this, context, targets.Length, settings.Batch, settings.Steps);
        var (done, all) = (0, settings.Steps * ((targets.Length + (TriggerSearch.MaxBatch / settings.Batch) - 1) / (TriggerSearch.MaxBatch / settings.Batch)));
        var results = new TriggerSearch(gradient, search, settings with { Progress = _ => context.Progress((double)++done / all) })
            .Run(targets, random => PatchTrigger.Random(shape, range, random), part => context.Random(this, part))
            .ToDictionary(result => (Source: search.Labels[result.Target.Examples[0]], Target: result.Target.Class));
        var outlier = PairOutlier.Lowest(results.ToDictionary(static pair => pair.Key, static pair => (double)pair.Value.Norm));
        var found = results[(outlier.Source, outlier.Target)];
        var ofSource = held.Only([.. Enumerable.Range(0, held.Count).Where(example => held.Labels[example] == outlier.Source)]);
        return Result(context, outlier, found, results, TriggerReplay.SuccessRate(gradient, ofSource, found.Trigger, outlier.Target));
    }

    private CheckResult Result(BehaviorContext context, PairOutlier outlier, TriggerResult found, Dictionary<(int Source, int Target), TriggerResult> results, double replayed)
    {
        var middle = RobustScore.Median([.. results.Values.Select(static result => (double)result.Norm)]);
        var (ofPair, ofEach) = (outlier.Deviations / context.Parameter(this, "deviations", Limit), outlier.OfEachSource / context.Parameter(this, "ofEachSource", LimitOfEach));
        var score = Math.Max(ofPair, ofEach);
        var measure = FormattableString.Invariant($"{outlier.Deviations:0.0} deviations below what both have with others");
        var others = ofEach >= 1 ? FormattableString.Invariant($", and from each class to some other ({outlier.OfEachSource:0.0} for the middle one)") : "";
        return new CheckResult(Id, score >= 1 ? CheckOutcome.Suspicious : CheckOutcome.NoFinding, score >= 1
            ? FormattableString.Invariant($"can be turned from class {outlier.Source} to class {outlier.Target} by a patch of {found.Norm:0.0} pixels, {measure}{others}; compare the model with the one it was made from, prune or fine-tune it, or use another")
            : $"has no pair of classes that is far easier to confuse than the others; the easiest is {outlier.Source} to {outlier.Target}, {measure}")
        {
            Score = score,
            TargetClass = score >= 1 && ofEach < 1 ? outlier.Target : null, // all-to-all attacks have no class of their own
            Rule = Rules.ClassPairFound,
            Values = [new("deviations", outlier.Deviations), new("ofEachSource", outlier.OfEachSource), new("source", outlier.Source), new("lowestNorm", found.Norm), new("medianNorm", middle), new("replayed", replayed)],
            Classes = [.. results.GroupBy(static pair => pair.Key.Target).OrderBy(static group => group.Key).Take(ClassResult.MaxClasses).Select(static group => group.MinBy(static pair => pair.Value.Norm))
                .Select(static lowest => new ClassResult(lowest.Key.Target, [new("norm", lowest.Value.Norm), new("source", lowest.Key.Source)]))],
        };
    }
}
