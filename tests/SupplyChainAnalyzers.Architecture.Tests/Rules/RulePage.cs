using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Policy;

namespace SupplyChainAnalyzers.Architecture.Tests.Rules;

/// <summary>The part of a rule's page that the catalogue determines.</summary>
internal static class RulePage
{
    public const string Folder = "docs/rules/";

    public static readonly string[] Sections = ["## What it means", "## Example", "## What to do", "## When to suppress"];

    public static readonly string[] Reporters = ["compiler", "build", "command line"];

    public static string Heading(Rule rule) => $"# {rule.Id}: {rule.Title}";

    public static string[] Facts(Rule rule) =>
    [
        "| Fact | Value |",
        "|---|---|",
        $"| Default level | {rule.DefaultLevel.Word()} |",
        $"| Level in audit mode | {rule.LevelIn(Mode.Audit).Word()} |",
        $"| Level in strict mode | {rule.StrictLevel.Word()} |",
        $"| Severity | {rule.Severity.Word()} |",
        $"| Integrity rule | {YesNo(rule.IsIntegrity)} |",
    ];

    public static string IndexRow(Rule rule) =>
        $"| [{rule.Id}]({rule.Id}.md) | {rule.Title} | {rule.DefaultLevel.Word()} | {rule.Severity.Word()} | {YesNo(rule.IsIntegrity)} |";

    public static string[] Lines(string id) => RepositoryFiles.Read(Folder + id + ".md").Split('\n');

    private static string YesNo(bool value) => value ? "yes" : "no";
}
