using System.Text;

namespace SupplyChainAnalyzers.Core.Policy.Members;

/// <summary>
/// One spelling for the names that an ecosystem treats as one: NuGet ignores case, PyPI case and the kind and number of
/// separators (PEP 503).
/// </summary>
internal static class PackageKey
{
    private const int MaxName = 200;

    /// <summary><c>pypi/ruamel-yaml</c> for <c>pypi/Ruamel.YAML</c>; null when <paramref name="package"/> is no package.</summary>
    public static string? Of(string package)
    {
        int slash = package.IndexOf('/');
        if (slash < 0) return null;

        string ecosystem = package.Substring(0, slash);
        string name = package.Substring(slash + 1);
        if (name.Length is 0 or > MaxName || !name.All(IsNameCharacter)) return null;
        return ecosystem switch
        {
            "nuget" => "nuget/" + Lower(name),
            "pypi" => "pypi/" + Dashed(Lower(name)),
            _ => null,
        };
    }

    private static bool IsNameCharacter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' or '-' or '_';

#pragma warning disable CA1308 // both ecosystems write normalised names in lower case
    private static string Lower(string name) => name.ToLowerInvariant();
#pragma warning restore CA1308

    private static string Dashed(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (char c in name)
        {
            if (c is not ('-' or '_' or '.')) text.Append(c);
            else if (text.Length == 0 || text[text.Length - 1] != '-') text.Append('-');
        }

        return text.ToString();
    }
}
