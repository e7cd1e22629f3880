namespace SupplyChainAnalyzers.Core.Policy;

/// <summary>The oldest version of a package that may be used.</summary>
/// <param name="Package">The package as the policy writes it: <c>nuget/Microsoft.ML.OnnxRuntime</c>.</param>
/// <param name="Version">Numbers with dots.</param>
/// <param name="Place">Where the version stands.</param>
public sealed record MinimumVersion(string Package, DottedVersion Version, PolicyPlace Place);
