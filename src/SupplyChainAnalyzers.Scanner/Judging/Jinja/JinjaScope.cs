namespace SupplyChainAnalyzers.Scanner.Judging.Jinja;

/// <summary>
/// All that a variable may hold anywhere in the template: assignments add, nothing is forgotten. That is coarser than Jinja's
/// scopes and never misses a value.
/// </summary>
internal sealed class JinjaScope
{
    private readonly Dictionary<string, JinjaValue> _values = new(StringComparer.Ordinal);

    /// <summary>Whether something was added since it was last set to false.</summary>
    public bool Changed { get; set; }

    public Dictionary<string, JinjaStatement.Macro> Macros { get; } = new(StringComparer.Ordinal);

    /// <summary>What the macros' bodies give.</summary>
    public Dictionary<string, JinjaValue> Results { get; } = new(StringComparer.Ordinal);

    public JinjaValue Get(string name) => _values.TryGetValue(name, out var value) ? value : JinjaValue.Data(name);

    public bool Has(string name) => _values.ContainsKey(name) || Macros.ContainsKey(name);

    public void Add(string name, JinjaValue value)
    {
        var before = _values.GetValueOrDefault(name, JinjaValue.Nothing);
        var after = JinjaValue.Join(before, value);
        if (after.Known.Count == before.Known.Count && after.IsOpen == before.IsOpen && after.IsBuilt == before.IsBuilt && before != JinjaValue.Nothing)
            return;

        _values[name] = after;
        Changed = true;
    }
}
