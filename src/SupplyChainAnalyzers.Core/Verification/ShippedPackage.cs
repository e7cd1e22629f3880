namespace SupplyChainAnalyzers.Core.Verification;

/// <summary>A NuGet package that was packed.</summary>
/// <param name="Path">Absolute path of the .nupkg.</param>
/// <param name="ProjectFile">Absolute path of the project.</param>
/// <param name="Sources">Absolute paths of the files that were packed, as far as they are known.</param>
public sealed record ShippedPackage(string Path, string ProjectFile, IReadOnlyList<string> Sources);
