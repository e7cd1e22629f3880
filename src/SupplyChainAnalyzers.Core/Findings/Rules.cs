using System.Reflection;

namespace SupplyChainAnalyzers.Core.Findings;

/// <summary>
/// The catalogue: the only place where an id, a title, a default level and a severity are written.
/// 0xxx the tool · 1xxx source code · 20xx lock · 21xx files · 22xx lifecycle · 3xxx file content · 4xxx behaviour ·
/// 50xx signature · 51xx policy · 52xx advisories · 53xx bill of materials · 6xxx data sets.
/// </summary>
public static partial class Rules
{
    /// <summary>Every rule, ordered by id.</summary>
    public static IReadOnlyList<Rule> All => Catalogue.Value.All;

    /// <summary>The rule with this id, or null.</summary>
    public static Rule? Find(string id) => Catalogue.Value.ById.TryGetValue(id, out var rule) ? rule : null;

    // Lazy, because the fields stand in several files and the order of their initialisation is not ours.
    private static readonly Lazy<(Rule[] All, Dictionary<string, Rule> ById)> Catalogue = new(static () =>
    {
        Rule[] all = [.. typeof(Rules).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(static field => field.GetValue(null))
            .OfType<Rule>()
            .OrderBy(static rule => rule.Id, StringComparer.Ordinal)];
        return (all, all.ToDictionary(static rule => rule.Id, StringComparer.Ordinal));
    });
}
