using SupplyChainAnalyzers.Scanner.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior.Weights;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior.Weights;

public sealed class SingularValuesTests
{
    private static readonly SeededRandom Random = new("singular");

    [Fact]
    public void Values_of_a_diagonal_are_its_entries()
    {
        var values = SingularValues.Leading([3, 0, 0, 0, -7, 0, 0, 0, 2], 3, Random);

        Assert.Equal([7, 3, 2], values.Select(static value => Math.Round(value, 9)));
    }

    [Fact]
    public void Matrix_of_rank_one_has_one_value()
    {
        float[] matrix = [.. from i in Enumerable.Range(1, 40) from j in Enumerable.Range(1, 30) select (float)(i * j)];
        var values = SingularValues.Leading(matrix, 40, Random);

        Assert.Equal(SingularValues.Energy(matrix), values[0] * values[0], 1e-9 * values[0] * values[0]);
        Assert.All(values.Skip(1), value => Assert.InRange(value / values[0], 0, 1e-6));
    }

    [Fact]
    public void Nothing_has_the_value_zero() => Assert.Equal([0.0], SingularValues.Leading(new float[12], 3, Random));

    [Fact]
    public void One_row_has_its_length() => Assert.Equal(5, SingularValues.Leading([3, 4], 1, Random)[0], 9);
}
