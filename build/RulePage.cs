using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Policy;

namespace SupplyChainAnalyzers.Build;

/// <summary>The part of a rule's page that the catalogue determines. The docs target writes it, a test holds it.</summary>
internal static class RulePage
{
    public const string Folder = "docs/rules/";

    /// <summary>The fact that the catalogue does not know, the first line that people write.</summary>
    public const string FirstOwnRow = "| Reported by | ";

    /// <summary>Whether the lines of a rule's page say that an analyzer or the generator reports it.</summary>
    public static bool IsReportedByCompiler(IEnumerable<string> page) =>
        page.Any(static line => line.StartsWith(FirstOwnRow, StringComparison.Ordinal) && line.Contains("compiler", StringComparison.Ordinal));

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
        .. Catalogue("MITRE ATLAS", rule.Taxa.Atlas),
        .. Catalogue("OWASP", rule.Taxa.Owasp),
        .. Catalogue("CWE", [.. rule.Taxa.Cwe.Select(TaxonNames.OfCwe)]),
    ];

    // A rule that no catalogue knows has no row.
    private static string[] Catalogue(string name, IReadOnlyList<string> ids) =>
        ids.Count == 0 ? [] : [$"| {name} | {string.Join(", ", ids.Select(Entry))} |"];

    private static string Entry(string id)
    {
        var text = TaxonNames.Of(id) is { } name ? $"{id} {name}" : id;
        return TaxonNames.PageOf(id) is { } page ? $"[{text}]({page})" : text;
    }

    public static string IndexRow(Rule rule) =>
        $"| [{rule.Id}]({rule.Id}.md) | {rule.Title} | {rule.DefaultLevel.Word()} | {rule.Severity.Word()} | {YesNo(rule.IsIntegrity)} |";

    private static string YesNo(bool value) => value ? "yes" : "no";
}
