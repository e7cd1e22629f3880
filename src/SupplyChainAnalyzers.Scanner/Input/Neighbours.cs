namespace SupplyChainAnalyzers.Scanner.Input;

/// <summary>
/// Names beside a file or member. A loader that imports a module finds one that lies there before the one it means.
/// Only names: nothing of it is opened. Read when somebody asks.
/// </summary>
internal sealed class Neighbours(Lazy<IReadOnlyCollection<string>> names)
{
    private readonly Lazy<HashSet<string>> _modules = new(() => Modules(names.Value));

    public Neighbours(IReadOnlyCollection<string> names)
        : this(new Lazy<IReadOnlyCollection<string>>(names))
    {
    }

    public static Neighbours None { get; } = new([]);

    /// <summary>File and folder names, without path; folders end in a slash.</summary>
    public IReadOnlyCollection<string> Names => names.Value;

    /// <summary>Whether <c>import name</c> would find something here.</summary>
    public bool HasModule(string name) => _modules.Value.Contains(name);

    private static HashSet<string> Modules(IEnumerable<string> names)
    {
        var modules = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (name.EndsWith('/'))
                modules.Add(name[..^1]);
            else if (Path.GetExtension(name) is ".py" or ".pyc" or ".so" or ".pyd")
                modules.Add(name[..name.IndexOf('.', StringComparison.Ordinal)]);
        }

        return modules;
    }
}
