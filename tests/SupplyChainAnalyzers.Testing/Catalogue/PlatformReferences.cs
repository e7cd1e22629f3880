using Microsoft.CodeAnalysis;

namespace SupplyChainAnalyzers.Testing.Catalogue;

/// <summary>The platform the tests run on, as references.</summary>
public static class PlatformReferences
{
    /// <summary>Every assembly of the shared framework.</summary>
    public static IReadOnlyList<MetadataReference> All { get; } =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static path => Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location))
            .Order(StringComparer.Ordinal)
            .Select(static path => MetadataReference.CreateFromFile(path))];
}
