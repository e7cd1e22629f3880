using SupplyChainAnalyzers.Scanner.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior.Checkpoints.Linear;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior.Checkpoints.Linear;

public sealed class FactorizationTests
{
    [Theory]
    [InlineData(4, 4)]
    [InlineData(50, 3)]
    [InlineData(9, 8)]
    public void Triangle_has_the_same_products_of_columns(int rows, int columns)
    {
        var matrix = Random(rows, columns, "qr");
        var triangle = Factorization.Triangle((double[])matrix.Clone(), columns);

        for (var i = 0; i < columns; i++)
        {
            for (var j = 0; j < columns; j++)
                Assert.Equal(Product(matrix, rows, i, j), Product(triangle, columns, i, j), 1e-9);
            for (var j = i + 1; j < columns; j++)
                Assert.Equal(0, triangle[(i * columns) + j]);
        }
    }

    [Fact]
    public void Singular_values_of_a_product_of_known_parts_are_known()
    {
        const int Rows = 20, Columns = 4;
        var (left, right) = (Random(Rows, Columns, "u"), Random(Columns, Columns, "v"));
        Factorization.Orthonormalize(left, Columns);
        Factorization.Orthonormalize(right, Columns);
        double[] values = [7, 2, 1, .001];
        var matrix = new double[Rows * Columns];
        for (var column = 0; column < Columns; column++)
        {
            for (var row = 0; row < Rows; row++)
            {
                for (var k = 0; k < Columns; k++)
                    matrix[(column * Rows) + row] += left[(k * Rows) + row] * values[k] * right[(k * Columns) + column];
            }
        }

        Assert.All(values.Zip(Factorization.SingularValues(matrix, Columns)), static pair => Assert.Equal(pair.First, pair.Second, 1e-9));
    }

    [Fact]
    public void Dependent_columns_become_zero()
    {
        double[] matrix = [1, 2, 3, 2, 4, 6];
        Factorization.Orthonormalize(matrix, 2);

        Assert.Equal([0, 0, 0], matrix[3..]);
        Assert.Equal(0, Factorization.SingularValues([1, 2, 3, 2, 4, 6], 2)[1], 1e-9);
    }

    [Fact]
    public void Nothing_has_no_values() => Assert.Equal([0, 0], Factorization.SingularValues(Factorization.Triangle(new double[6], 2), 2));

    [Fact]
    public void Sketch_finds_the_largest_values_of_a_large_matrix()
    {
        const int Rows = 200, Columns = 120;
        var random = new SeededRandom("sketch", "test");
        float[] u = [.. Enumerable.Range(0, Rows).Select(_ => (float)random.Normal())], v = [.. Enumerable.Range(0, Columns).Select(_ => (float)random.Normal())];
        float[][] matrix = [.. Enumerable.Range(0, Rows).Select(row => Enumerable.Range(0, Columns).Select(column => (u[row] * v[column]) + (.01f * (float)random.Normal())).ToArray())];
        var spectrum = SketchedSpectrum.Of(() => matrix, Rows, Columns, new SeededRandom("own"));

        Assert.Equal(Math.Sqrt(u.Sum(static x => x * x) * v.Sum(static x => x * x)), spectrum.Values[0], .5);
        Assert.InRange(spectrum.TopEnergy, .999, 1);
    }

    [Fact]
    public void Sketch_of_noise_has_no_leading_value()
    {
        var random = new SeededRandom("noise", "test");
        float[][] matrix = [.. Enumerable.Range(0, 200).Select(_ => Enumerable.Range(0, 100).Select(_ => (float)random.Normal()).ToArray())];

        Assert.InRange(SketchedSpectrum.Of(() => matrix, 200, 100, new SeededRandom("own")).TopEnergy, 0, .05);
    }

    private static double[] Random(int rows, int columns, string name)
    {
        var random = new SeededRandom("test", name);
        return [.. Enumerable.Range(0, rows * columns).Select(_ => random.Normal())];
    }

    private static double Product(double[] matrix, int rows, int one, int other) => Enumerable.Range(0, rows).Sum(row => matrix[(one * rows) + row] * matrix[(other * rows) + row]);
}
