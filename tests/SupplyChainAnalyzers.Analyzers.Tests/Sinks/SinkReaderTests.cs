namespace SupplyChainAnalyzers.Analyzers.Tests.Sinks;

public sealed class SinkReaderTests
{
    [Fact]
    public void Allocates_nothing_where_no_member_of_the_table_is_used()
    {
        var (operations, bytes) = MissPath.Measure();

        Assert.True(operations > 12, $"only {operations} operations were read");
        Assert.Equal(0, bytes);
    }
}
