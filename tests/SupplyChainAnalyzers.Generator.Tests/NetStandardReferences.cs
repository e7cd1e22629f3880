using Microsoft.CodeAnalysis;

namespace SupplyChainAnalyzers.Generator.Tests;

/// <summary>netstandard2.0, as restored for the projects of this repository that target it.</summary>
internal static class NetStandardReferences
{
    public static IReadOnlyList<MetadataReference> All { get; } =
        [.. Directory.GetFiles(Folder(), "*.dll").Order(StringComparer.Ordinal).Select(static path => MetadataReference.CreateFromFile(path))];

    private static string Folder() => Path.Combine(
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages"),
        "netstandard.library", "2.0.3", "build", "netstandard2.0", "ref");
}
