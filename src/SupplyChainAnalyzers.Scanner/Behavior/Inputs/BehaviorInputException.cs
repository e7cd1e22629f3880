namespace SupplyChainAnalyzers.Scanner.Behavior.Inputs;

/// <summary>What the user gave beside the model cannot be used. Says nothing about the model.</summary>
/// <param name="reason">What, and what to give instead.</param>
internal sealed class BehaviorInputException(string reason) : Exception(reason);
