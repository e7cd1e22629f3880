using SupplyChainAnalyzers.Core.Findings;
using Catalogue = SupplyChainAnalyzers.Core.Findings.Rules;

namespace SupplyChainAnalyzers.Architecture.Tests.Rules;

/// <summary>Rules about what is inside a file (3xxx) are sorted by security teams and read by people who are none.</summary>
public class ContentRuleTests
{
    public static TheoryData<string> Ids => [.. Catalogue.All.Where(static rule => rule.IsContent).Select(static rule => rule.Id)];

    [Theory, MemberData(nameof(Ids))]
    public void Rule_that_is_more_than_a_note_has_a_place_in_the_catalogues(string id)
    {
        var rule = Catalogue.Find(id)!;
        Assert.True(rule.Severity == Severity.Info || (rule.Taxa.Atlas.Count > 0 && rule.Taxa.Owasp.Count > 0 && rule.Taxa.Cwe.Count > 0));
    }

    [Theory, MemberData(nameof(Ids))]
    public void Entries_of_the_catalogues_have_names(string id)
    {
        var taxa = Catalogue.Find(id)!.Taxa;
        Faults.None(taxa.Atlas.Concat(taxa.Owasp).Concat(taxa.Cwe.Select(TaxonNames.OfCwe)).Where(static entry => TaxonNames.Of(entry) is null));
    }

    [Theory, MemberData(nameof(Ids))]
    public void Example_on_its_page_shows_the_finding(string id)
    {
        string example = string.Join('\n', RulePageText.Lines(id)).Split("\n## Example")[1].Split("\n## ")[0];
        Assert.Contains("```", example);
        Assert.Contains($" {id}: ", example);
    }
}
