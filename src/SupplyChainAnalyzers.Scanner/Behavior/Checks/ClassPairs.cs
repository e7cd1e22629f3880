using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior.Statistics;
using SupplyChainAnalyzers.Scanner.Behavior.Triggers;

namespace SupplyChainAnalyzers.Scanner.Behavior.Checks;

/// <summary>
/// A patch for each class from each other one: attacks on one source class, and those that turn each class into another, leave no class
/// that is easy to reach from all. Classes that look alike are near both ways; a planted trigger leads one way.
/// </summary>
internal sealed class ClassPairs : IBehaviorCheck
{
    // Largest among our clean models: 2.04 and 0.9.
    private const double Limit = 2.2;
    private const double LimitOfAll = 1.15;

    // So much more makes the score e times as high: with these the scores of clean models lie where those of the agreement of checks do.
    private const double PerScore = .5;
    private const double PerScoreOfAll = .15;
    private const int LeastClasses = 6;
    private const int LeastOfClass = 5; // of which one more is held back

    public string Id => "class-pairs";

    public string Paper => "Xiang et al.: UMD: Unsupervised Model Detection for X2X Backdoor Attacks, ICML 2023; the search as in Neural Cleanse, IEEE S&P 2019";

    public BehaviorTier Tier => BehaviorTier.Standard;

    public CheckNeeds Needs => CheckNeeds.Probe;

    public CheckResult Run(BehaviorContext context)
    {
        var settings = SearchSettings.Patch with { Steps = (int)Math.Clamp(context.Parameter(this, "steps", 60), 1, SearchSettings.MaxSteps), Batch = 4 };
        double classes = Effort.Exact(context).Classes;
        Effort.Check(this, context, classes * (classes - 1), settings.Batch, settings.Steps); // before anything is run
        var (gradient, shape, range, search, held) = SearchGround.Of(context);
        if (gradient.Classes < LeastClasses)
            throw new CheckSkippedException($"the model has {gradient.Classes} classes, fewer than {LeastClasses}");

        // Before the pairs are listed: of a thousand classes there are a million.
        Effort.Check(this, context, (double)gradient.Classes * (gradient.Classes - 1), settings.Batch, settings.Steps);
        var targets = SearchTarget.Pairs(search, gradient.Classes);
        if (targets.Length < gradient.Classes * (gradient.Classes - 1) || targets.Any(static target => target.Examples.Count < LeastOfClass))
            throw new CheckSkippedException($"the probe has fewer than {LeastOfClass} inputs of some class to search with");

        var (done, all) = (0, settings.Steps * ((targets.Length + (TriggerSearch.MaxBatch / settings.Batch) - 1) / (TriggerSearch.MaxBatch / settings.Batch)));
        var results = new TriggerSearch(gradient, search, settings with { Progress = _ => context.Progress((double)++done / all) })
            .Run(targets, random => PatchTrigger.Random(shape, range, random), part => context.Random(this, part))
            .ToDictionary(result => (Source: search.Labels[result.Target.Examples[0]], Target: result.Target.Class));
        var outlier = PairOutlier.Lowest(results.ToDictionary(static pair => pair.Key, static pair => (double)pair.Value.Norm));
        var found = results[(outlier.Source, outlier.Target)];
        var ofSource = held.Only([.. Enumerable.Range(0, held.Count).Where(example => held.Labels[example] == outlier.Source)]);
        TriggerGallery.Show(context, Id, shape, range, found, ofSource.Count > 0 ? ofSource : held);
        return Result(context, outlier, found, results, TriggerReplay.SuccessRate(gradient, ofSource, found.Trigger, outlier.Target));
    }

    private CheckResult Result(BehaviorContext context, PairOutlier outlier, TriggerResult found, Dictionary<(int Source, int Target), TriggerResult> results, double replayed)
    {
        var middle = RobustScore.Median([.. results.Values.Select(static result => (double)result.Norm)]);
        var (ofPair, ofAll) = (Score(outlier.Advantage + outlier.Lead, context.Parameter(this, "advantage", Limit), PerScore), Score(outlier.Permutation, context.Parameter(this, "permutation", LimitOfAll), PerScoreOfAll));
        var score = Math.Max(ofPair, ofAll);
        var measure = FormattableString.Invariant($"log ratio {outlier.Advantage:0.00} to what both have with others and to the way back, {outlier.Lead:0.00} ahead of any other pair");
        return new CheckResult(Id, score >= 1 ? CheckOutcome.Suspicious : CheckOutcome.NoFinding, score < 1
            ? $"has no class that another is turned to far more easily than others are; the easiest is {outlier.Source} to {outlier.Target}, {measure}"
            : ofAll >= 1
                ? FormattableString.Invariant($"can be turned from each class to another one far more easily than to the rest (mean log ratio {outlier.Permutation:0.00}), such as from {outlier.Source} to {outlier.Target} by a patch of {found.Norm:0.0} pixels; compare the model with the one it was made from, prune or fine-tune it, or use another")
                : FormattableString.Invariant($"can be turned from class {outlier.Source} to class {outlier.Target} by a patch of {found.Norm:0.0} pixels ({measure}); compare the model with the one it was made from, prune or fine-tune it, or use another"))
        {
            Score = score,
            Distance = score - 1,
            TargetClass = score >= 1 && ofAll < 1 ? outlier.Target : null, // all-to-all attacks have no class of their own
            Rule = Rules.ClassPairFound,
            Values = [new("advantage", outlier.Advantage), new("lead", outlier.Lead), new("permutation", outlier.Permutation), new("source", outlier.Source), new("target", outlier.Target), new("lowestNorm", found.Norm), new("medianNorm", middle), new("replayed", replayed)],
            Classes = [.. results.GroupBy(static pair => pair.Key.Target).OrderBy(static group => group.Key).Take(ClassResult.MaxClasses).Select(static group => group.MinBy(static pair => pair.Value.Norm))
                .Select(static lowest => new ClassResult(lowest.Key.Target, [new("norm", lowest.Value.Norm), new("source", lowest.Key.Source)]))],
        };
    }

    private static double Score(double measure, double limit, double perScore) => Math.Round(Math.Exp((measure - limit) / perScore), 3);
}
