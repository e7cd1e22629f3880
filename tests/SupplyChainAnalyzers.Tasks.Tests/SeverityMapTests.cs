using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.Tasks.Tests;

public class SeverityMapTests
{
    [Theory]
    [InlineData(Level.Warning, null, null, null, false, Level.Warning)]
    [InlineData(Level.Warning, "CS1591;SCA2120", null, null, false, Level.None)]
    [InlineData(Level.Warning, "1701, sca2120 CS1", null, null, true, Level.None)]
    [InlineData(Level.Warning, null, "SCA2120", null, false, Level.Error)]
    [InlineData(Level.Warning, null, "SCA21200;SCA212", null, false, Level.Warning)]
    [InlineData(Level.Warning, null, null, null, true, Level.Error)]
    [InlineData(Level.Warning, null, "SCA2120", "SCA2120", true, Level.Warning)]
    [InlineData(Level.Message, null, "SCA2120", null, true, Level.Message)]
    [InlineData(Level.Message, "SCA2120", null, null, false, Level.None)]
    [InlineData(Level.Error, "SCA2120", null, "SCA2120", false, Level.Error)]
    [InlineData(Level.None, null, "SCA2120", null, true, Level.None)]
    public void Settings_move_warnings_and_never_an_error(Level level, string? noWarn, string? asErrors, string? notAsErrors, bool all, Level expected) =>
        Assert.Equal(expected, new SeverityMap(noWarn, asErrors, notAsErrors, all).Resolve("SCA2120", level));
}
