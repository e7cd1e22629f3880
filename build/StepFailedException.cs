namespace SupplyChainAnalyzers.Build;

/// <summary>A step did not do what the target needs; the message says which and what to look at.</summary>
internal sealed class StepFailedException(string message) : Exception(message);
