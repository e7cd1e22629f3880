using SupplyChainAnalyzers.Testing.Benchmarks;
using Xunit.Abstractions;

namespace SupplyChainAnalyzers.Analyzers.Tests;

/// <summary>That the benchmark measures something; how much is for <c>build bench</c>, which has the machine for itself.</summary>
public sealed class AnalyzerBenchmarkTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Benchmark_compiles_its_projects_and_counts_the_analyzer()
    {
        const int Files = 5;
        var result = await AnalyzerBenchmark.RunAsync(static () => new ModelSupplyChainAnalyzer(), Files, rounds: 1);

        output.WriteLine(result.ToString());
        Assert.Equal(Files, result.WithoutModels.Files);
        Assert.True(result.WithoutModels.Lines > Files * 50);
        Assert.True(result.WithModels.Own.Median > 0);
        Assert.True(result.WithModels.Bytes > 0);
        Assert.InRange(result.WithModels.Share.Median, 0, 1);
    }
}
