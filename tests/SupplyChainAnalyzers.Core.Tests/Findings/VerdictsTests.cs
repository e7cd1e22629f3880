using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.Core.Tests.Findings;

public class VerdictsTests
{
    [Theory]
    [InlineData(Severity.Info, Verdict.Clean)]
    [InlineData(Severity.Low, Verdict.Suspicious)]
    [InlineData(Severity.Medium, Verdict.Suspicious)]
    [InlineData(Severity.High, Verdict.Malicious)]
    [InlineData(Severity.Critical, Verdict.Malicious)]
    public void Severity_of_a_content_finding_gives_the_verdict(Severity severity, Verdict expected) =>
        Assert.Equal(expected, Verdicts.Of(new Finding(Rules.CodeFormat, "m") { Severity = severity }));

    [Theory]
    [InlineData(Severity.Info)]
    [InlineData(Severity.Critical)]
    public void What_could_not_be_inspected_is_unscannable_at_any_severity(Severity severity) =>
        Assert.Equal(Verdict.Unscannable, Verdicts.Of(new Finding(Rules.Unscannable, "m") { Severity = severity }));

    [Fact]
    public void Other_findings_say_nothing_about_content() => Assert.Equal(Verdict.Clean, Verdicts.Of(new Finding(Rules.FileHash, "m")));

    [Fact]
    public void Worst_finding_names_the_verdict()
    {
        var unscannable = new Finding(Rules.Unscannable, "m");
        var suspicious = new Finding(Rules.CodeFormat, "m");
        var malicious = suspicious with { Severity = Severity.High };
        Assert.Equal(Verdict.Clean, Verdicts.Of([]));
        Assert.Equal(Verdict.Suspicious, Verdicts.Of([suspicious, unscannable]));
        Assert.Equal(Verdict.Malicious, Verdicts.Of([unscannable, malicious, suspicious]));
    }

    [Theory]
    [InlineData(Verdict.Clean, false, Level.Message)]
    [InlineData(Verdict.Clean, true, Level.Message)]
    [InlineData(Verdict.Unscannable, false, Level.Warning)]
    [InlineData(Verdict.Unscannable, true, Level.Error)]
    [InlineData(Verdict.Suspicious, false, Level.Warning)]
    [InlineData(Verdict.Suspicious, true, Level.Error)]
    [InlineData(Verdict.Malicious, false, Level.Error)]
    [InlineData(Verdict.Malicious, true, Level.Error)]
    public void Malicious_always_fails_and_doubts_fail_when_asked(Verdict verdict, bool doubtsFail, Level expected) =>
        Assert.Equal(expected, Verdicts.LevelOf(verdict, doubtsFail));

    [Fact]
    public void Words_are_those_of_the_report() => Assert.Equal(
        ["clean", "unscannable", "suspicious", "malicious"],
        Enum.GetValues<Verdict>().Select(static verdict => verdict.Word()));
}
