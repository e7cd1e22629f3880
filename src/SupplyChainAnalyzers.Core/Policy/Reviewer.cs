namespace SupplyChainAnalyzers.Core.Policy;

/// <summary>Someone whose signature approves a model.</summary>
/// <param name="KeyPath">Absolute path of the public key.</param>
/// <param name="Place">Where the name stands.</param>
public sealed record Reviewer(string KeyPath, PolicyPlace Place);
