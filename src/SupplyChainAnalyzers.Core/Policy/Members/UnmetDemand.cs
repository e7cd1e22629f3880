namespace SupplyChainAnalyzers.Core.Policy.Members;

/// <summary>A setting that demands what no check of this version enforces.</summary>
internal readonly record struct UnmetDemand(string Path, PolicyPlace Place);
