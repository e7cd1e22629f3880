using System.Text;
using System.Xml.Linq;

namespace SupplyChainAnalyzers.Core.Verification.Downloads;

/// <summary>
/// Puts property values in place of <c>$(Name)</c>. Functions, items and metadata are beyond it: a text that holds one has
/// no value, which is better than a wrong one.
/// </summary>
internal sealed class PropertyResolver
{
    // Properties may name each other; a loop must end.
    private const int MaxDepth = 16;
    private const int MaxLength = 16 * 1024;

    private readonly IReadOnlyDictionary<string, string> _given;
    private readonly Dictionary<string, string> _local = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Knows <paramref name="given"/> and, after it, the plain definitions in <paramref name="root"/>; the last one counts.</summary>
    public PropertyResolver(XElement root, string path, IReadOnlyDictionary<string, string> given)
    {
        _given = given;
        _local["MSBuildThisFileDirectory"] = Path.GetDirectoryName(path) + Path.DirectorySeparatorChar;
        _local["MSBuildThisFileFullPath"] = path;
        foreach (var group in root.Descendants())
        {
            if (!group.Name.LocalName.Equals("PropertyGroup", StringComparison.OrdinalIgnoreCase))
                continue;

            foreach (var property in group.Elements())
            {
                if (!property.HasElements)
                    _local[property.Name.LocalName] = property.Value;
            }
        }
    }

    /// <summary>Null when <paramref name="text"/> is null or holds what cannot be resolved.</summary>
    public string? Resolve(string? text) => text is null ? null : Resolve(text, 0);

    private string? Resolve(string text, int depth)
    {
        if (depth > MaxDepth || text.Contains("@(") || text.Contains("%("))
            return null;

        var result = new StringBuilder();
        var at = 0;
        while (true)
        {
            var open = text.IndexOf("$(", at, StringComparison.Ordinal);
            if (open < 0)
                return result.Append(text, at, text.Length - at).Length > MaxLength ? null : result.ToString();

            var close = text.IndexOf(')', open);
            if (close < 0 || Value(text.Substring(open + 2, close - open - 2), depth) is not { } value)
                return null;

            result.Append(text, at, open - at).Append(value);
            if (result.Length > MaxLength)
                return null;

            at = close + 1;
        }
    }

    private string? Value(string name, int depth)
    {
        if (_given.TryGetValue(name, out var value))
            return value;

        return _local.TryGetValue(name, out value) ? Resolve(value, depth + 1) : null;
    }
}
