using SupplyChainAnalyzers.Scanner.Behavior;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior;

public sealed class SeededRandomTests
{
    [Fact]
    public void Same_seed_gives_the_same_numbers_and_another_gives_others()
    {
        Assert.Equal(Numbers("a"), Numbers("a"));
        Assert.NotEqual(Numbers("a"), Numbers("b"));

        static double[] Numbers(string seed)
        {
            var random = new SeededRandom(seed);
            return [.. Enumerable.Range(0, 8).Select(_ => random.Normal())];
        }
    }

    // By another implementation of the paper: a result recorded on one machine must come back on every other, in every version.
    [Fact]
    public void Sequence_never_changes()
    {
        var random = new SeededRandom("supply chain");
        Assert.Equal([29, 47, 52, 27, 26, 38, 68, 35], Enumerable.Range(0, 8).Select(_ => random.Below(100)));
    }

    [Fact]
    public void Numbers_are_spread_as_they_should()
    {
        var random = new SeededRandom("spread");
        double[] uniform = [.. Enumerable.Range(0, 20_000).Select(_ => random.Uniform())];
        double[] normal = [.. Enumerable.Range(0, 20_000).Select(_ => random.Normal())];

        Assert.InRange(uniform.Min(), 0, 0.001);
        Assert.InRange(uniform.Max(), 0.999, 0.9999999);
        Assert.InRange(uniform.Average(), 0.49, 0.51);
        Assert.InRange(normal.Average(), -0.03, 0.03);
        Assert.InRange(normal.Average(static x => x * x), 0.96, 1.04);
    }

    [Fact]
    public void Parts_of_the_purpose_are_kept_apart() => Assert.NotEqual(new SeededRandom("ab", "c").Next(), new SeededRandom("a", "bc").Next());

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1000)]
    public void Whole_numbers_below_a_count_are_equally_likely(int count)
    {
        var random = new SeededRandom("below");
        int[] numbers = [.. Enumerable.Range(0, 100 * count).Select(_ => random.Below(count))];
        Assert.All(numbers.CountBy(static number => number), static each => Assert.InRange(each.Value, 50, 150));
        Assert.Equal(Enumerable.Range(0, count), numbers.Distinct().Order());
    }
}
