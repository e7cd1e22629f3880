using SupplyChainAnalyzers.Scanner.Behavior.Statistics;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior.Statistics;

public sealed class RobustScoreTests
{
    [Fact]
    public void One_far_number_stands_out_and_moves_nothing()
    {
        var scores = RobustScore.Of([1, 2, 3, 4, 1000]);

        Assert.Equal(0, scores[2]);
        Assert.Equal(997 / 1.4826, scores[4], 6);
        Assert.Equal(-2 / 1.4826, scores[0], 6);
    }

    [Theory]
    [InlineData(new double[0], 0)]
    [InlineData(new double[] { 3 }, 3)]
    [InlineData(new double[] { 3, 1 }, 2)]
    public void Median_is_the_middle(double[] numbers, double expected) => Assert.Equal(expected, RobustScore.Median(numbers));

    [Fact]
    public void Nothing_stands_out_where_most_are_equal() => Assert.All(RobustScore.Of([1, 1, 1, 9]), static score => Assert.Equal(0, score));
}
