using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior.Poisoning;

namespace SupplyChainAnalyzers.Scanner.Behavior.Checks;

/// <summary>
/// Names the training inputs that people should look at first: those farthest out along the main direction of their class's features, 1.5
/// times as many of each class as are expected to be poisoned. It ranks; it says of no set that it is poisoned.
/// </summary>
internal sealed class SpectralSignatures : IBehaviorCheck
{
    private const double ExpectedRate = .1;
    private const double Multiplier = 1.5;

    public string Id => "spectral-signatures";

    public string Paper => "Tran et al.: Spectral Signatures in Backdoor Attacks, NeurIPS 2018";

    public BehaviorTier Tier => BehaviorTier.Fast;

    public CheckNeeds Needs => CheckNeeds.Training;

    public CheckResult Run(BehaviorContext context)
    {
        var training = context.Training!;
        using var layer = new FeatureLayer(context);
        var features = layer.Of(training, context.Probe?.Range.High ?? 1, share => context.Progress(.8 * share));
        var (scores, shares) = SpectralScores.Of(features, training.Labels, label => context.Random(this, FormattableString.Invariant($"class {label}")));
        var (rate, multiplier) = (Math.Clamp(context.Parameter(this, "expectedRate", ExpectedRate), 0, 1), Math.Max(0, context.Parameter(this, "multiplier", Multiplier)));
        var listed = Listed(training.Labels, scores, Math.Min(1, rate * multiplier));
        return new CheckResult(Id, CheckOutcome.NoFinding, FormattableString.Invariant($"was trained on {training.Count} inputs, of which {listed.Count} lie farthest out in the features of their class: look at those first, whether they are what their label says"))
        {
            Values = [new("expectedRate", rate), new("multiplier", multiplier), new("inputs", training.Count), new("listed", listed.Count)],
            Classes = [.. shares.Take(ClassResult.MaxClasses).Select(pair => new ClassResult(pair.Key, [new("topShare", pair.Value), new("listed", listed.Count(input => training.Labels[input] == pair.Key))]))],
            Items = [.. listed.Take(ItemResult.MaxItems).Select(input => new ItemResult(FormattableString.Invariant($"training input {input}"), [new("score", scores[input]), new("class", training.Labels[input])]))],
        };
    }

    // Of each class those at or above its quantile, the farthest of all classes first.
    private static List<int> Listed(int[] labels, double[] scores, double part) =>
    [
        .. Enumerable.Range(0, labels.Length).GroupBy(i => labels[i])
            .SelectMany(group => Enumerable.Zip(group, Enumerable.Repeat(Quantile.Of([.. group.Select(i => scores[i])], 1 - part), group.Count())).Where(pair => scores[pair.First] >= pair.Second && part > 0).Select(static pair => pair.First))
            .OrderByDescending(i => scores[i]).ThenBy(static i => i),
    ];
}
