using System.Collections.Frozen;

namespace SupplyChainAnalyzers.Scanner.Formats.Graphs;

/// <summary>
/// Names of operators by a key (a domain, or what they do), from a table in <c>Formats/Graphs/Data</c>: a line is the key, a tab,
/// and names between spaces; <c>#</c> starts a comment. A key may have several lines.
/// </summary>
internal sealed class OperatorTable
{
    private readonly FrozenDictionary<string, FrozenSet<string>> _byKey;
    private readonly FrozenDictionary<string, string> _keyOf;

    private OperatorTable(IEnumerable<(string Key, string Name)> rows)
    {
        var all = rows.ToArray();
        _byKey = all.GroupBy(static row => row.Key, static row => row.Name, StringComparer.Ordinal)
            .ToFrozenDictionary(static group => group.Key, static group => group.ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);
        _keyOf = all.GroupBy(static row => row.Name, static row => row.Key, StringComparer.Ordinal)
            .ToFrozenDictionary(static group => group.Key, static group => group.First(), StringComparer.Ordinal);
    }

    /// <summary>Reads a table.</summary>
    /// <param name="name">Its file name without extension.</param>
    public static Lazy<OperatorTable> Named(string name) => new(() => new OperatorTable(Rows(name)));

    public bool HasKey(string key) => _byKey.ContainsKey(key);

    public bool Has(string key, string name) => _byKey.TryGetValue(key, out var names) && names.Contains(name);

    /// <summary>The key a name stands under, the first if there are several; null when it stands nowhere.</summary>
    public string? KeyOf(string name) => _keyOf.GetValueOrDefault(name);

    private static IEnumerable<(string Key, string Name)> Rows(string name)
    {
        using var reader = new StreamReader(typeof(OperatorTable).Assembly.GetManifestResourceStream($"Graphs.{name}.tsv")!);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#') || line.IndexOf('\t', StringComparison.Ordinal) is not (>= 0 and var tab))
                continue;

            foreach (var operation in line[(tab + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                yield return (line[..tab], operation);
        }
    }
}
