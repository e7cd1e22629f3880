namespace SupplyChainAnalyzers.Analyzers.Written;

/// <summary>
/// What a name says about the address it holds. Names never make us report: they tell links for people from data, and a helper
/// that downloads from one that only shows.
/// </summary>
internal static class DataNames
{
    private static readonly string[] LinkParts =
    [
        "licen", "readme", "documentation", "docs", "homepage", "website", "webpage", "modelcard", "cardurl", "icon", "thumbnail", "logo", "avatar", "href", "moreinfo",
        "infourl", "helpurl", "abouturl", "browse", "placeholder", "tooltip", "description", "message", "expected", "regex", "pattern",
    ];

    private static readonly string[] Verbs = ["download", "fetch", "ensure", "acquire", "pull", "retrieve", "install", "load", "prefetch", "getmodel", "addmodel", "registermodel"];

    private static readonly string[] ShowTypes = ["Exception", "Attribute", "Link", "Hyperlink", "Button", "Label", "Anchor"];

    /// <summary>Whether what is called <paramref name="name"/> is for people to follow.</summary>
    public static bool IsLink(string name) => Has(name, LinkParts);

    /// <summary>Whether a method called <paramref name="name"/> fetches what it is given.</summary>
    public static bool Downloads(string name) => Has(name, Verbs);

    /// <summary>Whether objects of a type called <paramref name="name"/> show or throw what they are given.</summary>
    public static bool Shows(string name) => Array.Exists(ShowTypes, end => name.EndsWith(end, StringComparison.Ordinal));

    private static bool Has(string name, string[] parts) => Array.Exists(parts, part => HasWord(name, part));

    // Where a word starts: there is no icon in "Lexicon", and no load in "Upload".
    private static bool HasWord(string name, string part)
    {
        for (var at = name.IndexOf(part, StringComparison.OrdinalIgnoreCase); at >= 0; at = name.IndexOf(part, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (at == 0 || !char.IsLetter(name[at - 1]) || (char.IsUpper(name[at]) && (char.IsLower(name[at - 1]) || (at + 1 < name.Length && char.IsLower(name[at + 1])))))
                return true;
        }

        return false;
    }
}
