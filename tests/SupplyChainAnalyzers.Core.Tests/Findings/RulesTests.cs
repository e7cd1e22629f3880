using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Policy;

namespace SupplyChainAnalyzers.Core.Tests.Findings;

public class RulesTests
{
    public static TheoryData<string> Ids => [.. Rules.All.Select(static rule => rule.Id)];

    [Fact]
    public void Ids_are_unique_and_in_order()
    {
        string[] ids = [.. Rules.All.Select(static rule => rule.Id)];
        Assert.Equal(ids.Distinct().Order(StringComparer.Ordinal), ids);
        Assert.True(ids.Length >= 55);
    }

    [Fact]
    public void Titles_are_unique() => Assert.Equal(Rules.All.Count, Rules.All.Select(static rule => rule.Title).Distinct().Count());

    [Theory, MemberData(nameof(Ids))]
    public void Id_is_in_a_known_range(string id) => Assert.Matches("^SCA(0|1|20|21|22|3|4|50|51|52|53|6)[0-9]+$", id);

    [Theory, MemberData(nameof(Ids))]
    public void Id_has_four_digits(string id) => Assert.Matches("^SCA[0-9]{4}$", id);

    [Theory, MemberData(nameof(Ids))]
    public void Title_is_one_line_without_a_full_stop(string id) => Assert.Matches(@"^\S[^\r\n]{8,70}[^.\s]$", Rule(id).Title);

    [Theory, MemberData(nameof(Ids))]
    public void Strict_is_never_weaker_than_default_and_default_never_weaker_than_audit(string id)
    {
        var rule = Rule(id);
        Assert.True(rule.LevelIn(Mode.Audit) <= rule.LevelIn(Mode.Default));
        Assert.True(rule.LevelIn(Mode.Default) <= rule.LevelIn(Mode.Strict));
    }

    [Theory, MemberData(nameof(Ids))]
    public void Audit_shows_a_message_unless_the_check_or_the_policy_itself_failed(string id)
    {
        var rule = Rule(id);
        Assert.Equal(rule.HoldsInAudit || rule.DefaultLevel < Level.Message ? rule.DefaultLevel : Level.Message, rule.LevelIn(Mode.Audit));
    }

    [Theory, MemberData(nameof(Ids))]
    public void Integrity_rules_are_errors_and_never_exempted(string id)
    {
        var rule = Rule(id);
        if (!rule.IsIntegrity) return;
        Assert.Equal(Level.Error, rule.DefaultLevel);
        Assert.False(rule.CanBeExempted);
    }

    [Theory, MemberData(nameof(Ids))]
    public void Content_rules_have_the_levels_their_severity_gives(string id)
    {
        var rule = Rule(id);
        if (!rule.IsContent) return;
        var verdict = Verdicts.Of(new Finding(rule, "m"));
        Assert.Equal(Verdicts.LevelOf(verdict, doubtsFail: false), rule.DefaultLevel);
        Assert.Equal(Verdicts.LevelOf(verdict, doubtsFail: true), rule.StrictLevel);
    }

    [Theory, MemberData(nameof(Ids))]
    public void Help_link_ends_in_the_page_of_the_rule(string id) => Assert.EndsWith($"/docs/rules/{id}.md", Rule(id).HelpLink);

    [Theory]
    [InlineData("SCA2104", true)]
    [InlineData("sca2104", false)]
    [InlineData("SCA9999", false)]
    public void Find_takes_the_exact_id(string id, bool found) => Assert.Equal(found, Rules.Find(id) is not null);

    private static Rule Rule(string id) => Rules.Find(id)!;
}
