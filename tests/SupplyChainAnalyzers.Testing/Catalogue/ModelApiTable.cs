using System.Text;

namespace SupplyChainAnalyzers.Testing.Catalogue;

/// <summary>
/// Writes the table the analyzer embeds (src/SupplyChainAnalyzers.Analyzers/Data/model-apis.tsv): the catalogue without what
/// only people read, overloads of a member merged, because calls are matched by type, member and parameter name.
/// </summary>
public static class ModelApiTable
{
    /// <summary>Where the table stands, relative to the repository.</summary>
    public const string Path = "src/SupplyChainAnalyzers.Analyzers/Data/model-apis.tsv";

    private const string Header =
        """
        # Generated from tests/SupplyChainAnalyzers.Testing/Catalogue/api_catalogue.json: change that file, then run the tests with SCA_UPDATE_GENERATED=1.
        # @ assembly names: each stands for itself and for everything below it
        # type	member	kind	class	risk	roles of its parameters, by name	formats

        """;

    private const string NeverFlagged = " (not flagged)";

    /// <summary>The table's text: deterministic, LF.</summary>
    public static string Generate()
    {
        var text = new StringBuilder(Header.ReplaceLineEndings("\n"));
        var groups = ApiCatalogue.Entries
            .GroupBy(static entry => string.Join(' ', ApiCatalogue.Packages[entry.Package].Roots), StringComparer.Ordinal)
            .OrderBy(static group => group.Key, StringComparer.Ordinal);
        foreach (var group in groups)
        {
            text.Append("@ ").Append(group.Key).Append('\n');
            var members = group
                .GroupBy(static entry => (entry.MetadataType, entry.MemberName, Kind: KindOf(entry)))
                .OrderBy(static member => member.Key.MetadataType, StringComparer.Ordinal)
                .ThenBy(static member => member.Key.MemberName, StringComparer.Ordinal)
                .ThenBy(static member => member.Key.Kind, StringComparer.Ordinal);
            foreach (var member in members)
                AppendMember(text, [.. member]);
        }

        return text.ToString();
    }

    private static void AppendMember(StringBuilder text, IReadOnlyList<CatalogueEntry> overloads)
    {
        var first = overloads[0];
        // An overload that is never flagged has none of the parameters that matter, so it is safe in the row of the others.
        var spoken = overloads.FirstOrDefault(static entry => !entry.Risk.EndsWith(NeverFlagged, StringComparison.Ordinal)) ?? first;
        var never = spoken.Risk.EndsWith(NeverFlagged, StringComparison.Ordinal);
        var roles = overloads.SelectMany(static entry => entry.Parameters)
            .Where(static parameter => parameter.Role != "other")
            .GroupBy(static parameter => parameter.Name.TrimStart('@'), StringComparer.Ordinal)
            .Select(static group => group.Key + "=" + string.Join('+', group.Select(static parameter => parameter.Role).Distinct().Order(StringComparer.Ordinal)));
        var formats = overloads.SelectMany(static entry => entry.Formats).Distinct().Order(StringComparer.Ordinal);

        text.AppendJoin('\t', first.MetadataType, first.MemberName, KindOf(first), spoken.SinkClass,
            never ? "none" : spoken.Risk, string.Join(' ', roles), string.Join(' ', formats)).Append('\n');
    }

    private static string KindOf(CatalogueEntry entry) => entry.Kind == "extension" ? "method" : entry.Kind;
}
