using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.Core.Tests.Findings;

public class LevelsTests
{
    [Theory]
    [InlineData(Level.None, null, "none")]
    [InlineData(Level.Message, "message", "note")]
    [InlineData(Level.Warning, "warning", "warning")]
    [InlineData(Level.Error, "error", "error")]
    public void Level_has_a_word_on_each_surface(Level level, string? msbuild, string sarif)
    {
        Assert.Equal(msbuild, level.MSBuildWord());
        Assert.Equal(sarif, level.SarifWord());
    }

    [Fact]
    public void Nothing_that_fails_is_0() => Assert.Equal(0, Levels.ExitCode([Decided(Rules.Unscannable, Level.Warning), Decided(Rules.NoLock, Level.Message)]));

    [Fact]
    public void No_findings_are_0() => Assert.Equal(0, Levels.ExitCode([]));

    [Fact]
    public void An_error_is_1() => Assert.Equal(1, Levels.ExitCode([Decided(Rules.FileHash, Level.Error), Decided(Rules.NoLock, Level.Message)]));

    [Fact]
    public void A_failure_of_the_tool_is_2_beside_any_finding()
    {
        Assert.Equal(2, Levels.ExitCode([Decided(Rules.FileHash, Level.Error), Decided(Rules.InternalError, Level.Error)]));
        Assert.Equal(2, Levels.ExitCode([Decided(Rules.Usage, Level.Error), Decided(Rules.FileHash, Level.Error)]));
        Assert.Equal(2, Levels.ExitCode([Decided(Rules.PolicyUnreadable, Level.Error)]));
    }

    [Fact]
    public void Severities_are_written_in_lower_case() => Assert.Equal(
        ["info", "low", "medium", "high", "critical"],
        Enum.GetValues<Severity>().Select(static severity => severity.Word()));

    private static DecidedFinding Decided(Rule rule, Level level) => new(new Finding(rule, "m"), level);
}
