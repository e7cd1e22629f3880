using SupplyChainAnalyzers.Core.Addresses;

namespace SupplyChainAnalyzers.Core.Sources.Shell;

/// <summary>Variables as far as their values are known. One that gets two values has none.</summary>
internal sealed class ShellVariables
{
    /// <summary>Characters of a value; what is longer names nothing.</summary>
    private const int MaxLength = 4096;

    private readonly Dictionary<string, string?> _values = new(StringComparer.Ordinal);

    /// <summary>The value, or null.</summary>
    public string? Find(string name) => _values.TryGetValue(name, out var value) ? value : null;

    public void Set(string name, string value)
    {
        var isKnown = value.Length <= MaxLength && value.IndexOfAny([ModelAddress.Hole]) < 0;
        _values[name] = isKnown && (!_values.TryGetValue(name, out var known) || known == value) ? value : null;
    }

    /// <summary>It gets values that are not told.</summary>
    public void Forget(string name) => _values[name] = null;

    /// <summary><c>NAME=value</c>.</summary>
    public static bool IsAssignment(string word) => word.IndexOf('=') is > 0 and var equals && IsName(word, equals);

    /// <summary>Whether the first <paramref name="length"/> characters are the name of a variable.</summary>
    public static bool IsName(string text, int length)
    {
        for (var i = 0; i < length; i++)
        {
            if (text[i] is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_') && (i == 0 || text[i] is not (>= '0' and <= '9')))
                return false;
        }

        return length > 0;
    }
}
