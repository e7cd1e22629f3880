namespace SupplyChainAnalyzers.Architecture.Tests;

/// <summary>The first look at the repository stays short.</summary>
public class TopLevelTests
{
    private static readonly string[] Allowed = ["src", "tests", "build", "docs", "samples", "SupplyChainAnalyzers.sln", "README.md", "nuget.config", "global.json"];

    [Fact]
    public void Top_level_holds_only_allowed_names() => Faults.None(RepositoryFiles.All
        .Select(static path => path.Split('/')[0])
        .Distinct()
        .Where(static name => !name.StartsWith('.'))
        .Except(Allowed));
}
