using SupplyChainAnalyzers.Testing;

namespace SupplyChainAnalyzers.Generator.Tests;

/// <summary>The release files against the descriptors, which the compiler's own tracker cannot see.</summary>
public sealed class ReleaseTrackingTests
{
    [Fact]
    public void Every_rule_stands_in_a_release_file_as_it_is()
    {
        var expected = new[] { Problems.NoAccessors, Problems.NameTaken }
            .Select(static descriptor => $"{descriptor.Id} | {descriptor.Category} | {descriptor.DefaultSeverity} | {descriptor.Title}");

        Assert.Equal(expected, new[] { "Shipped", "Unshipped" }
            .Select(static name => RepositoryFiles.PathOf($"src/SupplyChainAnalyzers.Generator/AnalyzerReleases.{name}.md"))
            .SelectMany(File.ReadAllLines)
            .Where(static line => line.StartsWith("SCA", StringComparison.Ordinal)));
    }
}
