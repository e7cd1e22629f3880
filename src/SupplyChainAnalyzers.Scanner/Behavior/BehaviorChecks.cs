using SupplyChainAnalyzers.Scanner.Behavior.Checks;

namespace SupplyChainAnalyzers.Scanner.Behavior;

/// <summary>All checks, in the order they run: the cheap ones first.</summary>
internal static class BehaviorChecks
{
    public static IReadOnlyList<IBehaviorCheck> All { get; } =
    [
        new GoldenOutputs(),
        new WeightStatistics(),
        new ReferenceComparison(),
        new ConvertedModel(),
        new ConvertedGraph(),
        new ActivationClustering(),
        new SpectralSignatures(),
        new Strip(),
        new FeatureSpace(),
        new MaximumMargin(),
        new NeuralCleanse(),
        new SuperimposedPatch(),
        new AdditivePerturbation(),
        new ClassPairs(),
        new FinePruning(),
        new TokenTriggers(),
        new GoldenPrompts(),
        new TriggerPhrases(),
        new TemplateLeak(),
        new RefusalRate(),
    ];
}
