using SupplyChainAnalyzers.Scanner.Behavior.Weights;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior.Weights;

public sealed class SpectralNormTests
{
    [Fact]
    public void Norm_of_a_diagonal_is_its_largest_entry() => Assert.Equal(7, SpectralNorm.Of([3, 0, 0, 0, -7, 0, 0, 0, 2], 3), 5);

    [Fact]
    public void Norm_of_one_row_is_its_length() => Assert.Equal(5, SpectralNorm.Of([3, 4], 2), 6);

    // Singular values of [[1, 2], [3, 4], [5, 6]] by hand: the roots of x^2 - 91 x + 24.
    [Fact]
    public void Norm_of_a_tall_matrix_is_its_largest_singular_value() =>
        Assert.Equal(Math.Sqrt((91 + Math.Sqrt((91 * 91) - 96)) / 2), SpectralNorm.Of([1, 2, 3, 4, 5, 6], 2), 6);

    [Fact]
    public void Norm_of_nothing_is_zero() => Assert.Equal(0, SpectralNorm.Of(new float[12], 4));
}
