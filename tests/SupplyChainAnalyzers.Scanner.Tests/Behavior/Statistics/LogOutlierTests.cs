using SupplyChainAnalyzers.Scanner.Behavior.Statistics;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior.Statistics;

public sealed class LogOutlierTests
{
    [Fact]
    public void Number_far_below_the_others_is_the_lowest_outlier()
    {
        var outlier = LogOutlier.Lowest([10, 11, 1, 12, 9]);

        Assert.Equal(2, outlier.Place);
        Assert.Equal(2.3, outlier.LogRatio); // ln(10 / 1)
        Assert.Equal(14.74, outlier.AnomalyIndex); // the middle deviation is ln 10/9
    }

    [Fact]
    public void Unit_does_not_matter() => Assert.Equal(LogOutlier.Highest([2, 16, 1, 3, 4]), LogOutlier.Highest([200, 1600, 100, 300, 400]));

    [Fact]
    public void Several_low_numbers_take_the_index_away_and_leave_the_ratio()
    {
        var outlier = LogOutlier.Lowest([1, 1, 1, 9, 10, 11, 12]);

        Assert.Equal(5.15, outlier.AnomalyIndex);
        Assert.Equal(2.2, outlier.LogRatio); // ln 9
    }
}
