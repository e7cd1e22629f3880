using Microsoft.CodeAnalysis.Diagnostics;
using SupplyChainAnalyzers.Analyzers.Declarations;
using SupplyChainAnalyzers.Testing;

namespace SupplyChainAnalyzers.Analyzers.Tests;

/// <summary>The release files against the descriptors: what the compiler's own tracker does where it can see descriptors.</summary>
public sealed class ReleaseTrackingTests
{
    [Fact]
    public void Every_rule_stands_in_a_release_file_as_it_is()
    {
        var expected = new DiagnosticAnalyzer[] { new ModelSupplyChainAnalyzer(), new DeclarationAnalyzer() }
            .SelectMany(static analyzer => analyzer.SupportedDiagnostics)
            .OrderBy(static descriptor => descriptor.Id, StringComparer.Ordinal)
            .Select(static descriptor => $"{descriptor.Id} | {descriptor.Category} | {descriptor.DefaultSeverity} | {descriptor.Title}");

        Assert.Equal(expected, Rows().Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Rows() => new[] { "Shipped", "Unshipped" }
        .Select(static name => RepositoryFiles.PathOf($"src/SupplyChainAnalyzers.Analyzers/AnalyzerReleases.{name}.md"))
        .SelectMany(File.ReadAllLines)
        .Where(static line => line.StartsWith("SCA", StringComparison.Ordinal));
}
