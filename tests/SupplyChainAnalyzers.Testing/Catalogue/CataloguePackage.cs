namespace SupplyChainAnalyzers.Testing.Catalogue;

/// <summary>How a package of the catalogue maps to assemblies.</summary>
/// <param name="Name">The package.</param>
/// <param name="StubAssembly">Assembly name its stub is compiled under; null when the platform has it.</param>
/// <param name="Roots">Assembly names under which its types are found: each stands for itself and what is below it.</param>
public sealed record CataloguePackage(string Name, string? StubAssembly, IReadOnlyList<string> Roots);
