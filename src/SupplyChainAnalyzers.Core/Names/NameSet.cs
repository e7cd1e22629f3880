namespace SupplyChainAnalyzers.Core.Names;

/// <summary>
/// Names without regard to the case of ASCII letters. A stretch of a longer text is looked up where it stands: for a name that
/// is known, which is nearly every one, nothing is allocated.
/// </summary>
internal sealed class NameSet
{
    private readonly string[]?[] _buckets;

    public NameSet(IEnumerable<string> names)
    {
        Names = [.. names];
        // Half full at most.
        var size = 16;
        while (size < Names.Count * 2)
            size *= 2;

        _buckets = new string[]?[size];
        foreach (var name in Names)
        {
            ref var bucket = ref _buckets[IndexOf(name, 0, name.Length)];
            bucket = bucket is null ? [name] : [.. bucket, name];
        }
    }

    /// <summary>All of them, as given.</summary>
    public IReadOnlyList<string> Names { get; }

    public bool Contains(string text) => Find(text, 0, text.Length) is not null;

    public bool Contains(string text, int start, int length) => Find(text, start, length) is not null;

    /// <summary>The name as its owner writes it, or null.</summary>
    public string? Find(string text, int start, int length)
    {
        foreach (var name in _buckets[IndexOf(text, start, length)] ?? [])
        {
            if (name.Length == length && Equal(name, text, start))
                return name;
        }

        return null;
    }

    private static bool Equal(string name, string text, int start)
    {
        for (var i = 0; i < name.Length; i++)
        {
            if (Lower(name[i]) != Lower(text[start + i]))
                return false;
        }

        return true;
    }

    private int IndexOf(string text, int start, int length)
    {
        // FNV-1a: names come from source code, and the set is small.
        var hash = 2166136261u;
        for (var i = start; i < start + length; i++)
            hash = unchecked((hash ^ Lower(text[i])) * 16777619u);

        return (int)(hash & (uint)(_buckets.Length - 1));
    }

    private static char Lower(char c) => c is >= 'A' and <= 'Z' ? (char)(c + 32) : c;
}
