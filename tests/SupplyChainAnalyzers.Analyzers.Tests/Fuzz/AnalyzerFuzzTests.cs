namespace SupplyChainAnalyzers.Analyzers.Tests.Fuzz;

/// <summary>A few hundred files at every test run; <c>bench analyzer-fuzz</c> takes a million.</summary>
public sealed class AnalyzerFuzzTests
{
    private const int Trees = 400;
    private const int FewestRules = 5;

    [Fact]
    public async Task No_analyzer_throws_on_damaged_code()
    {
        var (found, thrown, _) = await AnalyzerFuzzer.RunAsync(0, Trees);

        Assert.Empty(thrown);
        Assert.DoesNotContain("AD0001", found.Keys);
        // If nothing were found any more, nothing would be tested.
        Assert.True(found.Count > FewestRules, $"{found.Values.Sum()} findings: {string.Join(", ", found)}");
        Assert.True(FuzzSeeds.FragmentCount > 100, $"{FuzzSeeds.FragmentCount} fragments");
    }

    [Fact]
    public void The_number_of_a_file_says_what_is_in_it() => Assert.Equal(AnalyzerFuzzer.Source(12345), AnalyzerFuzzer.Source(12345));
}
