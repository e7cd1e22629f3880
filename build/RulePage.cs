using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Policy;

namespace SupplyChainAnalyzers.Build;

/// <summary>The part of a rule's page that the catalogue determines. The docs target writes it, a test holds it.</summary>
internal static class RulePage
{
    public const string Folder = "docs/rules/";

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

    private static string YesNo(bool value) => value ? "yes" : "no";
}
