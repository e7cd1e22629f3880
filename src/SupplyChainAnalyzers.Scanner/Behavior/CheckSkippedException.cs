namespace SupplyChainAnalyzers.Scanner.Behavior;

/// <summary>A check finds that it does not apply: too few inputs, no picture, an operator it cannot go through.</summary>
/// <param name="reason">Goes on after "was skipped: ".</param>
internal sealed class CheckSkippedException(string reason) : Exception(reason);
