using SupplyChainAnalyzers.Build;
using Catalogue = SupplyChainAnalyzers.Core.Findings.Rules;

namespace SupplyChainAnalyzers.Architecture.Tests.Rules;

/// <summary>Each rule has its page, and the page says what the catalogue says.</summary>
public class RulePageTests
{
    private const string ReporterRow = "| Reported by | ";

    public static TheoryData<string> Ids => [.. Catalogue.All.Select(static rule => rule.Id)];

    [Fact]
    public void Every_rule_has_a_page_and_every_page_a_rule() => Assert.Equal(
        Catalogue.All.Select(static rule => $"{RulePage.Folder}{rule.Id}.md").Append(RulePage.Folder + "README.md").Order(StringComparer.Ordinal),
        RepositoryFiles.All.Where(static path => path.StartsWith(RulePage.Folder)));

    [Theory, MemberData(nameof(Ids))]
    public void Page_starts_with_the_title_and_facts_of_the_catalogue(string id)
    {
        var rule = Catalogue.Find(id)!;
        string[] expected = [RulePage.Heading(rule), "", .. RulePage.Facts(rule)];
        Assert.Equal(expected, RulePageText.Lines(id).Take(expected.Length));
    }

    [Theory, MemberData(nameof(Ids))]
    public void Page_names_who_reports_the_rule(string id)
    {
        string row = Assert.Single(RulePageText.Lines(id), static line => line.StartsWith(ReporterRow));
        string[] reporters = row[ReporterRow.Length..].TrimEnd('|', ' ').Split(", ");
        Assert.All(reporters, static reporter => Assert.Contains(reporter, RulePageText.Reporters));
    }

    [Theory, MemberData(nameof(Ids))]
    public void Page_has_every_section_with_content(string id)
    {
        string[] lines = RulePageText.Lines(id);
        Assert.Equal(RulePageText.Sections, lines.Where(static line => line.StartsWith("## ")));
        string[] texts = string.Join('\n', lines).Split("\n## ")[1..];
        Assert.All(texts, static text => Assert.True(text.Split('\n', 2)[1].Trim().Length > 40, text));
    }

    [Theory, MemberData(nameof(Ids))]
    public void Page_of_an_integrity_rule_says_that_it_cannot_be_suppressed(string id)
    {
        string text = string.Join('\n', RulePageText.Lines(id)).Split("## When to suppress")[1];
        Assert.Equal(Catalogue.Find(id)!.IsIntegrity, text.Trim().StartsWith("It cannot be suppressed"));
    }

    [Fact]
    public void Index_lists_every_rule_as_the_catalogue_has_it() => Assert.Equal(
        Catalogue.All.Select(RulePage.IndexRow),
        RulePageText.Lines("README").Where(static line => line.StartsWith("| [SCA")));
}
