using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Tests.Input;

public sealed class ReadingStepsTests
{
    [Fact]
    public void Threads_together_tell_ever_more()
    {
        var told = new List<long>();
        var steps = new ReadingSteps(told.Add);
        Parallel.For(0, 8, _ =>
        {
            for (var i = 0; i < 80; i++)
                steps.Add((int)(ReadingSteps.Step / 8));
        });

        Assert.Equal(told.Order(), told);
        Assert.Equal(told.Distinct(), told);
        Assert.Equal(80, told.Count);
    }
}
