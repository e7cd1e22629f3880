using SupplyChainAnalyzers.Core.Scanning.Behavior;

namespace SupplyChainAnalyzers.Scanner.Behavior.Checkpoints;

/// <summary>
/// One way to look at weights that are not run. To add one: a class in Checks/, a line in <see cref="CheckpointRun"/>, a rule of 4xxx if it
/// can be suspicious, and a row in docs/concepts/weights.md.
/// </summary>
internal interface ICheckpointCheck
{
    /// <summary>Small letters and hyphens.</summary>
    string Id { get; }

    /// <summary>The paper or page it follows, or <c>own</c>.</summary>
    string Paper { get; }

    /// <summary>Whether it says anything about such weights at all.</summary>
    bool Concerns(CheckpointContext context);

    /// <summary>Looks. A <see cref="CheckSkippedException"/> it lets out becomes its result.</summary>
    CheckResult Run(CheckpointContext context);
}
