using SupplyChainAnalyzers.Scanner.Behavior.Text;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior.Text;

public sealed class MotifTests
{
    [Fact]
    public void Longest_part_that_comes_again_is_one_motif()
    {
        var motif = Assert.Single(Motif.Of([[1, 7, 8, 9, 2], [3, 7, 8, 9, 4], [5, 6]]));
        Assert.Equal([7, 8, 9], motif.Tokens);
        Assert.Equal(2, motif.Texts);
    }

    [Fact]
    public void Shorter_part_that_comes_more_often_is_one_of_its_own() =>
        Assert.Equal(["7 8 in 2", "7 in 3"], Motif.Of([[1, 7, 8, 2], [3, 7, 8, 4], [5, 7, 6]]).Select(static motif => $"{string.Join(' ', motif.Tokens)} in {motif.Texts}"));

    [Fact]
    public void Same_text_again_counts_once() => Assert.Empty(Motif.Of([[1, 2, 3], [1, 2, 3], [4]]));

    [Fact]
    public void Part_counts_once_in_each_text() => Assert.Empty(Motif.Of([[1, 1, 1, 1], [2]]));
}
