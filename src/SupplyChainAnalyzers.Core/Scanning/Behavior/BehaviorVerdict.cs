namespace SupplyChainAnalyzers.Core.Scanning.Behavior;

/// <summary>What is known about how a model behaves. There is no "clean": who hid something may have hidden it well.</summary>
public enum BehaviorVerdict
{
    /// <summary>All checks of the tier ran to their end and none found anything.</summary>
    NoFinding,

    /// <summary>No check found anything, but some could not run: no probe, an input that is no picture, no labels.</summary>
    Limited,

    /// <summary>A check did not come to an end.</summary>
    Inconclusive,

    /// <summary>A check found what backdoored models have and others rarely do.</summary>
    Suspicious,
}
