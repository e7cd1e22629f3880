using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior.Comparison.Conversions;

namespace SupplyChainAnalyzers.Scanner.Behavior.Checks;

/// <summary>
/// The graph of a converted or quantised model beside its original's: a branch that somebody put in shows as nodes that no conversion accounts
/// for, whether or not any input at hand makes it answer.
/// </summary>
internal sealed class ConvertedGraph : IBehaviorCheck
{
    private const int Named = 3; // in the message

    public string Id => "conversion-graph";

    public string Paper => "own; the attack is that of Bober-Irizar et al.: Architectural Backdoors in Neural Networks, CVPR 2023";

    public BehaviorTier Tier => BehaviorTier.Fast;

    public CheckNeeds Needs => CheckNeeds.Original;

    public CheckResult Run(BehaviorContext context)
    {
        var difference = GraphDifference.Of(GraphSteps.Of(context.Original!.Graph.Graph), GraphSteps.Of(context.Graph.Graph));
        var (unexplained, removed) = (difference.Unexplained, difference.Removed);
        var isSuspicious = unexplained.Count > 0;
        var counts = $"{difference.Common.Count} steps of computation are in both, {difference.Inserted.Count} were inserted, {removed.Count} removed, {difference.Renamed} renamed";
        return new CheckResult(Id, isSuspicious ? CheckOutcome.Suspicious : CheckOutcome.NoFinding, isSuspicious
            ? $"computes what its original does not: {string.Join(", ", unexplained.Take(Named).Select(static step => step.Shown))}{(unexplained.Count > Named ? $" and {unexplained.Count - Named} more" : "")} ({counts}); convert the original yourself, or ask who did why"
            : $"computes what its original computes: {counts}")
        {
            Score = isSuspicious ? 1 : 0,
            Rule = Rules.ConversionAddsNodes,
            Values = [new("common", difference.Common.Count), new("inserted", difference.Inserted.Count), new("unexplained", unexplained.Count), new("removed", removed.Count), new("renamed", difference.Renamed)],
            Items =
            [
                .. difference.Inserted.Select(step => Item(unexplained.Contains(step) ? "inserted" : "inserted by the conversion", step))
                    .Concat(removed.Select(static step => Item("removed", step)))
                    .Concat(difference.Common.Where(static pair => pair.Was.Name != pair.Now.Name).Select(static pair => Item($"was {pair.Was.Shown}, is", pair.Now)))
                    .Take(ItemResult.MaxItems),
            ],
        };
    }

    private static ItemResult Item(string what, GraphStep step)
    {
        var name = $"{what} {step.Shown}";
        return new ItemResult(name.Length <= ItemResult.MaxName ? name : name[..ItemResult.MaxName], []);
    }
}
