using System.Text.RegularExpressions;

namespace SupplyChainAnalyzers.Architecture.Tests;

/// <summary>Options of analyzers stand on one page.</summary>
public partial class OptionTests
{
    private const string Page = "docs/concepts/analyzers.md";

    [Fact]
    public void Every_option_is_in_the_table() => Faults.None(
        from path in RepositoryFiles.Sources
        where path.StartsWith("src/SupplyChainAnalyzers.Analyzers/")
        from Match match in Use().Matches(RepositoryFiles.Read(path))
        let option = match.Groups[1].Value
        where !RepositoryFiles.Read(Page).Contains($"| `{option}` |")
        select $"{path}: {option} is missing in {Page}");

    [Fact]
    public void Options_are_found() => Assert.Contains(RepositoryFiles.Sources, static path => Use().IsMatch(RepositoryFiles.Read(path)));

    // options.GetBool(rule, "name", …), options.Matches(rule, "name", …)
    [GeneratedRegex(@"ptions\.(?:GetBool|GetInt|Matches)\([\w.]+, ""(\w+)""")]
    private static partial Regex Use();
}
