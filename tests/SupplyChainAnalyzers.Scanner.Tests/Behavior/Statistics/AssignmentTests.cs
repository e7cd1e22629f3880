using SupplyChainAnalyzers.Scanner.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior.Statistics;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior.Statistics;

public sealed class AssignmentTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(6)]
    public void Sum_is_that_of_the_best_of_all_permutations(int size)
    {
        for (var round = 0; round < 50; round++)
        {
            var random = new SeededRandom("assignment", round.ToString(System.Globalization.CultureInfo.InvariantCulture));
            var values = new double[size, size];
            for (var i = 0; i < size * size; i++)
                values[i / size, i % size] = Math.Round(random.Normal(), 1);

            Assert.Equal(Best(values, 0, []), Assignment.Largest(size, (row, column) => values[row, column]), 1e-9);
        }
    }

    private static double Best(double[,] values, int row, HashSet<int> taken)
    {
        if (row == values.GetLength(0))
            return 0;

        var best = double.NegativeInfinity;
        for (var column = 0; column < values.GetLength(1); column++)
        {
            if (!taken.Add(column))
                continue;

            best = Math.Max(best, values[row, column] + Best(values, row + 1, taken));
            taken.Remove(column);
        }

        return best;
    }
}
