using SupplyChainAnalyzers.Scanner.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior.Poisoning;
using SupplyChainAnalyzers.Scanner.Behavior.Statistics;
using SupplyChainAnalyzers.Scanner.Behavior.Weights;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior.Poisoning;

/// <summary>The same numbers as NumPy, SciPy and scikit-learn give.</summary>
public sealed class ReferenceTests
{
    public static TheoryData<int> Labels => [0, 1, 2];

    [Theory]
    [MemberData(nameof(Labels))]
    public void Principal_components_are_those_of_scikit_learn(int label)
    {
        var (features, labels) = Reference.Features();
        var (projected, variances) = PrincipalComponents.Of([.. features.Where((_, i) => labels[i] == label)], 10, new SeededRandom("pca"));

        Close(Reference.Numbers(Reference.Class(label).GetProperty("variances")), variances, 1e-9);
        Close(Reference.Numbers(Reference.Class(label).GetProperty("distances")), projected.Take(5).Select(static row => Math.Sqrt(row.Sum(static value => value * value))), 1e-8);
    }

    [Fact]
    public void More_columns_than_rows_give_the_same_components()
    {
        var (features, _) = Reference.Features();
        float[][] wide = [.. Enumerable.Range(0, 9).Select(column => features.Select(row => row[column]).ToArray())];
        var centred = wide.Select(row => row.Select((value, i) => (double)(value - wide.Average(one => (double)one[i]))).ToArray()).ToArray();
        var (_, variances) = PrincipalComponents.Of(wide, 3, new SeededRandom("pca"));

        var singular = SingularValues.Leading([.. centred.SelectMany(static row => row.Select(static value => (float)value))], 9, new SeededRandom("svd"));
        Close(singular.Take(3).Select(static value => value * value / 8), variances, 1e-5);
    }

    [Theory]
    [MemberData(nameof(Labels))]
    public void Groups_and_their_silhouette_are_those_of_scikit_learn(int label)
    {
        var (features, labels) = Reference.Features();
        var one = ClassClusters.Of(features, labels, 10, static c => new SeededRandom($"class {c}"))[label];

        // The class without poison has no groups of its own, and where it is parted is a matter of the start.
        if (label < 2)
            Assert.Equal(Reference.Places(Reference.Class(label).GetProperty("smaller")), Enumerable.Range(0, one.Groups.Length).Where(i => one.Groups[i] == 1));
        Assert.Equal(Reference.Class(label).GetProperty("silhouette").GetDouble(), one.Silhouette, label < 2 ? 1e-4 : .05);
        if (label < 2)
            Assert.Equal(Reference.Class(label).GetProperty("share").GetDouble(), one.SmallerShare);
    }

    [Theory]
    [MemberData(nameof(Labels))]
    public void Spectral_scores_are_those_of_numpy(int label)
    {
        var (features, labels) = Reference.Features();
        var (scores, shares) = SpectralScores.Of(features, labels, static c => new SeededRandom($"class {c}"));
        double[] own = [.. scores.Where((_, i) => labels[i] == label)];

        Close(Reference.Numbers(Reference.Class(label).GetProperty("scores")), own, 1e-8);
        var quantile = Quantile.Of(own, .85);
        Assert.Equal(Reference.Places(Reference.Class(label).GetProperty("listed")), Enumerable.Range(0, own.Length).Where(i => own[i] >= quantile));
        Assert.InRange(shares[label], .1, 1);
    }

    [Fact]
    public void Singular_values_are_those_of_numpy()
    {
        float[] matrix = [.. from i in Enumerable.Range(0, 53) from j in Enumerable.Range(0, 37) select (float)(Reference.Number(500 + (37 * i) + j) - .5)];
        Close(Reference.Numbers(Reference.Expected.GetProperty("singularValues")), SingularValues.Leading(matrix, 53, new SeededRandom("svd")).Take(3), 1e-6);
    }

    [Fact]
    public void Distance_of_distributions_is_that_of_scipy() => Assert.Equal(
        Reference.Expected.GetProperty("ks").GetDouble(),
        KolmogorovSmirnov.Statistic([.. Enumerable.Range(0, 200).Select(static i => (float)Reference.Number(9000 + i))], [.. Enumerable.Range(0, 150).Select(static i => (float)Math.Pow(Reference.Number(12000 + i), 1.5))]),
        1e-12);

    [Fact]
    public void Quantiles_are_those_of_numpy()
    {
        double[] numbers = [.. Enumerable.Range(0, 200).Select(static i => Reference.Number(9000 + i))];
        Close(Reference.Numbers(Reference.Expected.GetProperty("quantiles")), new[] { 0, .05, .5, .95, 1 }.Select(part => Quantile.Of(numbers, part)), 1e-12);
    }

    private static void Close(IEnumerable<double> expected, IEnumerable<double> actual, double relative)
    {
        var (wanted, got) = (expected.ToArray(), actual.ToArray());
        Assert.Equal(wanted.Length, got.Length);
        Assert.All(wanted.Zip(got), pair => Assert.True(Math.Abs(pair.First - pair.Second) <= relative * Math.Max(1, Math.Abs(pair.First)), $"{pair.First} is {pair.Second}"));
    }
}
