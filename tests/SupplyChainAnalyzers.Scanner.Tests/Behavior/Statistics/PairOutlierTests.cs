using SupplyChainAnalyzers.Scanner.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior.Engine;
using SupplyChainAnalyzers.Scanner.Behavior.Statistics;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior.Statistics;

public sealed class PairOutlierTests
{
    private const int Classes = 8;

    [Fact]
    public void One_pair_stands_out_beside_a_class_that_is_near_to_all()
    {
        // Class 3 is reached from everywhere with a tenth; from 5 to 2 it takes a sixth of what is usual.
        var outlier = PairOutlier.Lowest(Numbers(static (source, target) => (target == 3 ? .1 : 1) * ((source, target) == (5, 2) ? 1 / 6.0 : 1)));

        Assert.Equal((5, 2), (outlier.Source, outlier.Target));
        Assert.InRange(outlier.Advantage, 1.2, 2.5);
        Assert.InRange(outlier.Lead, .5, 2);
        Assert.InRange(outlier.Permutation, 0, .9);
    }

    [Fact]
    public void Classes_that_look_alike_are_near_both_ways_and_do_not_stand_out()
    {
        var outlier = PairOutlier.Lowest(Numbers(static (source, target) => (source, target) is (5, 2) or (2, 5) ? 1 / 6.0 : 1));
        Assert.InRange(outlier.Advantage, 0, .9);
    }

    [Fact]
    public void Turning_each_class_to_another_shows_in_all_together() =>
        Assert.InRange(PairOutlier.Lowest(Numbers(static (source, target) => target == (source + 3) % Classes ? 1 / 6.0 : 1)).Permutation, 1.5, 4);

    [Fact]
    public void Pairs_alike_have_no_outlier()
    {
        var outlier = PairOutlier.Lowest(Numbers(static (_, _) => 1));
        Assert.InRange(outlier.Advantage, 0, .8);
        Assert.InRange(outlier.Permutation, 0, .9);
    }

    [Fact]
    public void What_is_no_number_is_said() => Assert.Throws<OnnxException>(static () => PairOutlier.Lowest(Numbers(static (source, _) => source == 4 ? double.NaN : 1)));

    private static Dictionary<(int Source, int Target), double> Numbers(Func<int, int, double> factor)
    {
        var random = new SeededRandom("pairs");
        return (from source in Enumerable.Range(0, Classes)
                from target in Enumerable.Range(0, Classes)
                where source != target
                select (source, target)).ToDictionary(static pair => pair, pair => factor(pair.source, pair.target) * Math.Exp(.2 * random.Normal()));
    }
}
