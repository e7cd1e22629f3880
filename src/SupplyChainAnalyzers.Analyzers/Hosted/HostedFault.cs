namespace SupplyChainAnalyzers.Analyzers.Hosted;

/// <summary>What is wrong with the name of a model.</summary>
/// <param name="Arguments">For the rule's message.</param>
/// <param name="Replacement">The name to write in its place; null when nothing right can be written.</param>
internal sealed record HostedFault(object[] Arguments, string? Replacement = null);
