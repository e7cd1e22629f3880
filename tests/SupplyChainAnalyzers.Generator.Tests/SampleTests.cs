using SupplyChainAnalyzers.Testing;

namespace SupplyChainAnalyzers.Generator.Tests;

/// <summary>The examples of samples/EveryRule that are about the generator show their rule and no other.</summary>
public sealed class SampleTests
{
    [Theory]
    [InlineData("SCA1091", 6)]
    [InlineData("SCA1092", 4)]
    public void Lock_shows_its_rule_and_no_other(string id, int line)
    {
        var run = new GeneratorProject { Lock = File.ReadAllText(RepositoryFiles.PathOf($"samples/EveryRule/{id}/models.lock")) }.Run();

        Assert.Equal([id], run.Diagnostics.Select(static diagnostic => diagnostic.Id).Distinct());
        Assert.Equal(line, run.Diagnostics[0].Location.GetLineSpan().StartLinePosition.Line + 1);
    }
}
