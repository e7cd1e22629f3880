namespace SupplyChainAnalyzers.Scanner.Behavior.Triggers;

/// <summary>The cheapest trigger that a check found, kept for checks that try it out.</summary>
/// <param name="Check">Who found it.</param>
/// <param name="Trigger">The trigger.</param>
/// <param name="Class">Where it turns inputs to.</param>
/// <param name="Score">How unusual it is, as the check scales it.</param>
/// <param name="IsSuspicious">Whether the check called it so.</param>
internal sealed record FoundTrigger(string Check, Trigger Trigger, int Class, double Score, bool IsSuspicious);
