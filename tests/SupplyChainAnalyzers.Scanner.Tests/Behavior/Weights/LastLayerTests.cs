using SupplyChainAnalyzers.Scanner.Behavior.Weights;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior.Weights;

public sealed class LastLayerTests
{
    private const int Rows = 8;
    private const int Columns = 32;

    [Fact]
    public void Row_with_more_positive_weight_stands_out()
    {
        var rows = LastLayer.Rows([Layer(favoured: 5)]).ToArray();

        Assert.Equal(Enumerable.Range(0, Rows), rows.Select(static row => row.Class));
        Assert.Equal(5, rows.MaxBy(static row => row.Values[0].Value)!.Class);
        Assert.True(rows[5].Values[0].Value > 6);
        Assert.All(rows.Where(static row => row.Class != 5), static row => Assert.InRange(row.Values[0].Value, -4, 4));
    }

    [Fact]
    public void Rows_that_are_alike_do_not() => Assert.InRange(LastLayer.Outlier([Layer(favoured: null)]), 0, 6);

    [Fact]
    public void Row_that_stands_out_in_one_of_two_layers_stands_out() => Assert.Equal(5, LastLayer.Rows([Layer(favoured: null), Layer(favoured: 5)]).MaxBy(static row => row.Values[0].Value)!.Class);

    [Theory]
    [InlineData(2)]
    [InlineData(201)]
    public void Too_few_or_too_many_rows_are_not_compared(int rows) => Assert.Empty(LastLayer.Rows([new LayerWeights("w", rows, 1, 1, new float[rows])]));

    private static LayerWeights Layer(int? favoured)
    {
        var random = new Random(7);
        var weights = new float[Rows * Columns];
        for (var i = 0; i < weights.Length; i++)
            weights[i] = (float)((random.NextDouble() - .5) + (i / Columns == favoured ? .5 : 0));
        return new LayerWeights("w", Rows, Columns, 1, weights);
    }
}
