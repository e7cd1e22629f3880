namespace SupplyChainAnalyzers.Build;

/// <summary>One word of the command line and what it does with the words behind it.</summary>
internal sealed record Target(string Name, string Summary, Action<string[]> Run);
