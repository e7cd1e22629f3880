namespace SupplyChainAnalyzers.Architecture.Tests;

public class DocumentationTests
{
    [Fact]
    public void Index_leads_to_every_page() => Faults.None(RepositoryFiles.All
        .Where(static path => path.StartsWith("docs/concepts/") && path.EndsWith(".md"))
        .Where(static path => !RepositoryFiles.Read("docs/README.md").Contains($"({path["docs/".Length..]})")));
}
