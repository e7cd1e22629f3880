namespace SupplyChainAnalyzers.Core.Hosted;

/// <summary>A name of a hosted model that its provider moves.</summary>
/// <param name="Provider">Whose model it is, as models.lock calls them: openai, anthropic …</param>
/// <param name="Name">The alias.</param>
/// <param name="Dated">The dated name it stands for; null when the provider names none.</param>
public sealed record HostedAlias(string Provider, string Name, string? Dated);
