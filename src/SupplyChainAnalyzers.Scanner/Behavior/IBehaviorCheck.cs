using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Scanning.Behavior;

namespace SupplyChainAnalyzers.Scanner.Behavior;

/// <summary>
/// One way to look for hidden behaviour. To add one: a class in Checks/, a line in <see cref="BehaviorChecks"/>, a rule of 4xxx if it can be
/// suspicious, and a section in docs/concepts/behavior.md. It is deterministic: its random numbers come from
/// <see cref="BehaviorContext.Random"/>, and what it does is counted in steps, never in time.
/// </summary>
internal interface IBehaviorCheck
{
    /// <summary>Small letters and hyphens; what a lock, a policy and the command line call it.</summary>
    string Id { get; }

    /// <summary>The paper or page it follows, or <c>own</c>; as a reader finds it: authors, title, venue and year.</summary>
    string Paper { get; }

    /// <summary>The shallowest tier it belongs to.</summary>
    BehaviorTier Tier { get; }

    /// <summary>What it cannot do without; it is skipped, and the result says so, where that is missing.</summary>
    CheckNeeds Needs { get; }

    /// <summary>Whether it says anything about such a model at all: by default about one that takes numbers.</summary>
    bool Concerns(BehaviorContext context) => context.Kind == ModelKind.Numbers;

    /// <summary>
    /// Looks. Whatever <see cref="Engine.OnnxException"/> or <see cref="CheckSkippedException"/> it lets out becomes its result; any other
    /// exception is a fault of ours and ends the process.
    /// </summary>
    CheckResult Run(BehaviorContext context);
}
