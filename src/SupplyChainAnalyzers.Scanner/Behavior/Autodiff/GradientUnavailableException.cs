namespace SupplyChainAnalyzers.Scanner.Behavior.Autodiff;

/// <summary>A graph has something whose gradient is not known here, or is none; it can still be estimated.</summary>
/// <param name="reason">What, for people; printable.</param>
internal sealed class GradientUnavailableException(string reason) : Exception(reason);
