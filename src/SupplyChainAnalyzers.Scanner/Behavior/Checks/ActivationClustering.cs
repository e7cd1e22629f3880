using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior.Poisoning;

namespace SupplyChainAnalyzers.Scanner.Behavior.Checks;

/// <summary>
/// Training data whose features fall into two groups within one class: poisoned inputs reach it by another way than honest ones. With the
/// parameters and the report of ART's ActivationDefence: two clusters, ten dimensions, analyses by size, silhouette and distance.
/// </summary>
internal sealed class ActivationClustering : IBehaviorCheck
{
    private const int Dimensions = 10;
    private const double SilhouetteLimit = .5;

    public string Id => "activation-clustering";

    public string Paper => "Chen et al.: Detecting Backdoor Attacks on Deep Neural Networks by Activation Clustering, SafeAI 2019";

    public BehaviorTier Tier => BehaviorTier.Fast;

    public CheckNeeds Needs => CheckNeeds.Training;

    public CheckResult Run(BehaviorContext context)
    {
        using var layer = new FeatureLayer(context);
        var features = layer.Of(context.Training!, context.Probe?.Range.High ?? 1, share => context.Progress(.7 * share));
        var dimensions = (int)Math.Clamp(context.Parameter(this, "nbDims", Dimensions), 1, 100);
        var classes = ClassClusters.Of(features, context.Training!.Labels, dimensions, label => context.Random(this, FormattableString.Invariant($"class {label}")));
        if (classes.Count == 0)
            throw new CheckSkippedException("the training data have fewer than ten inputs of every class");

        var limit = context.Parameter(this, "silhouette", SilhouetteLimit);
        var worst = classes.OrderByDescending(Score).First();
        var score = Score(worst) / limit;
        var members = worst.Members.Where((_, i) => worst.Groups[i] == 1).ToArray();
        return new CheckResult(Id, score >= 1 ? CheckOutcome.Suspicious : CheckOutcome.NoFinding, score >= 1
            ? FormattableString.Invariant($"was trained on data of class {worst.Class} that fall into two groups (silhouette {worst.Silhouette:0.00}), {worst.SmallerShare:P0} of them in the smaller one: look at those inputs, remove them if they are not what their label says, and train anew")
            : FormattableString.Invariant($"was trained on data whose classes do not fall into two groups; the nearest to it is class {worst.Class} (silhouette {worst.Silhouette:0.00}, {worst.SmallerShare:P0} in the smaller one)"))
        {
            Score = score,
            TargetClass = score >= 1 ? worst.Class : null,
            Rule = Rules.TrainingDataInGroups,
            Values =
            [
                new("nbClusters", 2), new("nbDims", dimensions), new("inputs", features.Length), new("features", features[0].Length), new("silhouette", worst.Silhouette),
                new("sizeThreshold", ClassClusters.SizeThreshold), new("silhouetteThreshold", ClassClusters.SilhouetteThreshold),
                new("suspiciousBySize", classes.Count(static one => one.IsSmall)), new("suspiciousBySilhouette", classes.Count(static one => one.IsCohesive)), new("suspiciousByDistance", classes.Count(static one => one.IsElsewhere)),
            ],
            Classes = [.. classes.Take(ClassResult.MaxClasses).Select(static one => new ClassResult(one.Class,
            [
                new("avgSilhouetteScore", one.Silhouette), new("cluster0PtcDataInCluster", Math.Round(1 - one.SmallerShare, 2)), new("cluster1PtcDataInCluster", one.SmallerShare), new("inputs", one.Members.Length),
                new("suspiciousBySize", one.IsSmall ? 1 : 0), new("suspiciousBySilhouette", one.IsCohesive ? 1 : 0), new("suspiciousByDistance", one.IsElsewhere ? 1 : 0),
                new("cluster1DistanceToItsClass", one.OwnDistance), new("cluster1DistanceToNearestClass", one.NearestDistance), new("nearestClass", one.Nearest),
            ]))],
            Items = score >= 1 ? [.. members.Take(ItemResult.MaxItems).Select(static input => new ItemResult(FormattableString.Invariant($"training input {input}"), []))] : [],
        };
    }

    // Groups of like size are two kinds of one thing, as two ways to write a digit.
    private static double Score(ClassClusters one) => one.IsSmall ? one.Silhouette : one.Silhouette / 2;
}
