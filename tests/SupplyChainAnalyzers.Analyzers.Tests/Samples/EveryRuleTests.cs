using Microsoft.CodeAnalysis;
using SupplyChainAnalyzers.Core.Sources;
using SupplyChainAnalyzers.Core.Verification;
using SupplyChainAnalyzers.Testing;

namespace SupplyChainAnalyzers.Analyzers.Tests.Samples;

/// <summary>The sample has an example for each rule about code, the example shows that rule and no other, and the rule's page leads there.</summary>
public sealed class EveryRuleTests
{
    public static TheoryData<string> Examples => [.. EveryRuleSample.Examples];

    /// <summary>Files that are read by themselves, each in a folder named like its rule.</summary>
    public static TheoryData<string> Files => [.. Directory.GetDirectories(EveryRuleSample.Folder, "SCA1*").SelectMany(Directory.GetFiles)
        .Where(static path => SourceReaders.Find(Path.GetFileName(path)) is not null)
        .Select(static path => Path.GetRelativePath(EveryRuleSample.Folder, path)).Order(StringComparer.Ordinal)];

    /// <summary>Every rule about code.</summary>
    public static TheoryData<string> Rules => [.. Core.Findings.Rules.All.Select(static rule => rule.Id).Where(static id => id.StartsWith("SCA1", StringComparison.Ordinal))];

    [Theory, MemberData(nameof(Examples))]
    public async Task Example_shows_its_rule_and_no_other(string example)
    {
        var found = (await EveryRuleSample.DiagnosticsAsync()).Where(diagnostic => Path.GetFileNameWithoutExtension(diagnostic.Location.SourceTree?.FilePath) == example);

        Assert.Equal([example], found.Select(static diagnostic => diagnostic.Id).Distinct());
    }

    [Theory, MemberData(nameof(Files))]
    public void File_shows_its_rule_and_no_other(string path)
    {
        var text = File.ReadAllText(Path.Combine(EveryRuleSample.Folder, path));
        var reading = SourceReaders.Find(Path.GetFileName(path))!.Read(text, new SourceContext(Core.Manifest.HubPins.None, usesModelPackages: true));

        Assert.Equal([Path.GetDirectoryName(path)], reading.Findings.Select(static finding => finding.Rule.Id).Distinct());
    }

    [Fact]
    public async Task Nothing_is_reported_outside_of_the_examples() => Assert.Empty(Outside(await EveryRuleSample.DiagnosticsAsync()));

    [Fact]
    public async Task Lock_with_an_entry_that_nobody_uses_shows_its_rule_and_no_other() =>
        Assert.Equal(["SCA1090"], Outside(await EveryRuleSample.AnalyzeAsync("SCA1090/models.lock")).Select(static diagnostic => diagnostic.Id));

    [Fact]
    public async Task Policy_that_denies_shows_its_rule_and_no_other()
    {
        var found = (await EveryRuleSample.AnalyzeAsync("models.lock", "SCA1006")).Where(static diagnostic => Path.GetFileName(Path.GetDirectoryName(diagnostic.Location.SourceTree?.FilePath)) == "SCA1006");

        Assert.Equal(["SCA1006"], found.Select(static diagnostic => diagnostic.Id).Distinct());
    }

    [Fact]
    public void Download_of_the_build_shows_its_rule()
    {
        var path = Path.Combine(EveryRuleSample.Folder, "SCA1062", "Download.targets");
        var call = Assert.Single(DownloadFileReader.Read(File.ReadAllText(path), path, new Dictionary<string, string>()));

        var finding = DownloadFileRule.Check(call, models: null, lockFolder: null);

        Assert.Equal(("SCA1062", 4), (finding?.Rule.Id, finding?.Region.Line));
    }

    [Theory, MemberData(nameof(Rules))]
    public void Page_leads_to_the_example(string id)
    {
        var page = File.ReadAllText(RepositoryFiles.PathOf($"docs/rules/{id}.md"));
        var start = page.IndexOf("](../../samples/EveryRule/", StringComparison.Ordinal);
        Assert.True(start > 0, $"{id}: the page has no link to samples/EveryRule");

        var link = page[(start + "](../../".Length)..page.IndexOf(')', start)];
        Assert.True(File.Exists(RepositoryFiles.PathOf(link)), link);
        Assert.Contains(id, link + File.ReadAllText(RepositoryFiles.PathOf(link)), StringComparison.Ordinal);
    }

    // What is said of the policy as a text is not about code.
    private static IEnumerable<Diagnostic> Outside(IEnumerable<Diagnostic> found) =>
        found.Where(static diagnostic => diagnostic.Location.SourceTree is null && diagnostic.Id.StartsWith("SCA1", StringComparison.Ordinal));
}
