using SupplyChainAnalyzers.Scanner.Behavior.Checks;

namespace SupplyChainAnalyzers.Scanner.Behavior;

/// <summary>All checks, in the order they run: the cheap ones first.</summary>
internal static class BehaviorChecks
{
    public static IReadOnlyList<IBehaviorCheck> All { get; } =
    [
        new GoldenOutputs(),
        new WeightStatistics(),
        new MaximumMargin(),
        new NeuralCleanse(),
        new AdditivePerturbation(),
        new ClassPairs(),
    ];
}
