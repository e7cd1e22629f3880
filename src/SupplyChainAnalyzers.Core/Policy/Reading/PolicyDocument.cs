namespace SupplyChainAnalyzers.Core.Policy.Reading;

/// <summary>One policy file by itself: what it states, and which files it extends.</summary>
/// <param name="Policy">What it states.</param>
/// <param name="Bases">Absolute paths with the place that names them, in the order written.</param>
internal sealed record PolicyDocument(ModelsPolicy Policy, IReadOnlyList<Setting<string>> Bases);
