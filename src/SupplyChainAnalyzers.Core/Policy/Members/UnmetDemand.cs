using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.Core.Policy.Members;

/// <summary>A setting that demands what no verification of this version enforces.</summary>
/// <param name="Path">The member.</param>
/// <param name="Place">Where it is stated.</param>
/// <param name="InCode">The rule that enforces it in source code; null when nothing does.</param>
internal readonly record struct UnmetDemand(string Path, PolicyPlace Place, Rule? InCode);
