namespace SupplyChainAnalyzers.Core.Tests.Fuzz;

public class PolicyFuzzTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(20261121)]
    public void No_input_breaks_the_reader(int seed) => Assert.Null(PolicyFuzzer.Run(seed, 10_000));
}
