using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior.Pruning;
using SupplyChainAnalyzers.Scanner.Behavior.Triggers;

namespace SupplyChainAnalyzers.Scanner.Behavior.Checks;

/// <summary>
/// Tries the trigger that a search found on a model whose dormant channels are cut off, more of them each time. A backdoor can live in channels that
/// harmless inputs leave alone; where the trigger stops working long before harmless inputs suffer, it was no feature of the class.
/// </summary>
internal sealed class FinePruning : IBehaviorCheck
{
    private const double Fall = .5;
    private const double Loss = .05;

    private static readonly double[] Parts = [.1, .2, .3, .4, .5, .6];

    public string Id => "fine-pruning";

    public string Paper => "Liu et al.: Fine-Pruning: Defending Against Backdooring Attacks on Deep Neural Networks, RAID 2018";

    public BehaviorTier Tier => BehaviorTier.Deep;

    public CheckNeeds Needs => CheckNeeds.Probe;

    public CheckResult Run(BehaviorContext context)
    {
        if (context.FoundTriggers.OrderByDescending(static found => found.IsSuspicious).ThenByDescending(static found => found.Score).FirstOrDefault() is not { } trigger)
            throw new CheckSkippedException("no trigger was searched for; run neural-cleanse or additive with it");

        var probes = ProbeSet.Of(context.Probe!, context.Probe!.Labels ?? context.Classifier.Answers(context.Probe.Inputs));
        using var model = new PrunableModel(context);
        var activity = model.Run(probes.Images, Ones(model.Channels)).Activity;
        int[] dormant = [.. Enumerable.Range(0, model.Channels).OrderBy(channel => activity[channel]).ThenBy(static channel => channel)];
        var before = Measure(model, probes, trigger, Ones(model.Channels));
        var steps = new List<(double Part, double Success, double Accuracy)>();
        foreach (var part in Parts)
        {
            var switches = Ones(model.Channels);
            foreach (var channel in dormant.Take((int)(part * model.Channels)))
                switches[channel] = 0;
            var (success, accuracy) = Measure(model, probes, trigger, switches);
            steps.Add((part, success, accuracy));
            context.Progress(steps.Count / (double)Parts.Length);
        }

        return Result(trigger, before, steps);
    }

    private CheckResult Result(FoundTrigger trigger, (double Success, double Accuracy) before, List<(double Part, double Success, double Accuracy)> steps)
    {
        var harmless = steps.TakeWhile(step => before.Accuracy - step.Accuracy < Loss).ToList();
        var fall = harmless.Count == 0 ? 0 : harmless.Max(step => before.Success - step.Success);
        var (isDisarmed, at) = (fall >= Fall, harmless.FirstOrDefault(step => before.Success - step.Success >= Fall).Part);
        return new CheckResult(Id, isDisarmed && trigger.IsSuspicious ? CheckOutcome.Suspicious : CheckOutcome.NoFinding, isDisarmed
            ? FormattableString.Invariant($"loses {fall:P0} of the power of the trigger for class {trigger.Class} ({trigger.Check}) when {at:P0} of its channels, dormant on harmless inputs, are cut off: the trigger is no feature of the class; prune these channels, fine-tune, and check again")
            : FormattableString.Invariant($"keeps the trigger for class {trigger.Class} ({trigger.Check}) as long as harmless inputs keep their answers: its power falls by {fall:P0} when dormant channels are cut off"))
        {
            TargetClass = isDisarmed && trigger.IsSuspicious ? trigger.Class : null,
            Rule = Rules.TriggerIsDormant,
            Values = [new("disarmed", isDisarmed ? 1 : 0), new("fall", fall), new("success", before.Success), new("accuracy", before.Accuracy), new("class", trigger.Class)],
            Items = [.. steps.Select(static step => new ItemResult(FormattableString.Invariant($"{step.Part:P0} cut off"), [new("success", step.Success), new("accuracy", step.Accuracy)]))],
        };
    }

    private static (double Success, double Accuracy) Measure(PrunableModel model, ProbeSet probes, FoundTrigger trigger, float[] switches)
    {
        var answers = model.Run(probes.Images, switches).Answers;
        var others = probes.Only([.. Enumerable.Range(0, probes.Count).Where(i => probes.Labels[i] != trigger.Class)]);
        var images = new float[others.Images.Length];
        for (var i = 0; i < others.Count; i++)
            trigger.Trigger.Apply(others[i], images.AsSpan(i * others.Size, others.Size));
        return ((double)model.Run(images, switches).Answers.Count(answer => answer == trigger.Class) / others.Count, (double)answers.Zip(probes.Labels).Count(static pair => pair.First == pair.Second) / probes.Count);
    }

    private static float[] Ones(int count)
    {
        var ones = new float[count];
        Array.Fill(ones, 1);
        return ones;
    }
}
