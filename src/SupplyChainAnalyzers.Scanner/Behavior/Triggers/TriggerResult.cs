namespace SupplyChainAnalyzers.Scanner.Behavior.Triggers;

/// <summary>What a search found for one target.</summary>
/// <param name="Target">The class, and from what.</param>
/// <param name="IsReached">Whether any trigger moved nearly all examples.</param>
/// <param name="Norm">Cost of the cheapest that did; without one, twice that of the last.</param>
/// <param name="Trigger">That trigger.</param>
/// <param name="Loss">Of the last batch, on average: how far it was from the class.</param>
internal sealed record TriggerResult(SearchTarget Target, bool IsReached, float Norm, Trigger Trigger, float Loss);
