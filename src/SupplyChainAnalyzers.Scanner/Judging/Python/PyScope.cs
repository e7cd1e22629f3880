namespace SupplyChainAnalyzers.Scanner.Judging.Python;

/// <summary>Names of a function, class or module, and what they stand for. Unknown names may come from modules imported with a star.</summary>
internal sealed class PyScope(PyScope? outer, string function, string qualifier)
{
    private readonly Dictionary<string, PyValue> _names = new(StringComparer.Ordinal);
    private readonly List<string> _stars = outer?._stars ?? [];

    // Built in functions that matter to a judge or to folding.
    private static readonly HashSet<string> BuiltIn = new(
        ["exec", "eval", "compile", "open", "getattr", "setattr", "delattr", "__import__", "globals", "locals", "vars", "input", "breakpoint", "chr", "str", "bytes", "bytearray", "map", "execfile", "reload", "print"],
        StringComparer.Ordinal);

    // Running code as text is what a name is shadowed for to hide it.
    private static readonly HashSet<string> Unshadowed = new(["exec", "eval", "__import__"], StringComparer.Ordinal);

    /// <summary>The function around; empty where importing runs the code.</summary>
    public string Function { get; } = function;

    /// <summary>In front of the names of functions and classes that are defined here.</summary>
    public string Qualifier { get; } = qualifier;

    public void AddStar(string module) => _stars.Add(module);

    /// <summary>Parameters hide what is built in.</summary>
    public void BindParameter(string name) => _names[name] = PyValue.Unknown;

    /// <summary>A name gets a value. In a branch that may not be taken, a lesser value does not replace a greater one.</summary>
    public void Bind(string name, PyValue value, bool isCertain)
    {
        if (Unshadowed.Contains(name) && (value.Kind is PyValueKind.Unknown || !isCertain))
            return;
        if (!isCertain && _names.TryGetValue(name, out var known) && known.Kind == PyValueKind.Named && value.Kind != PyValueKind.Named)
            return;

        _names[name] = value;
    }

    public PyValue Find(string name)
    {
        for (var scope = this; scope is not null; scope = scope.Outer)
        {
            if (scope._names.TryGetValue(name, out var value))
                return value;
        }

        if (name is "__builtins__" or "builtins" or "__builtin__")
            return PyValue.Named("builtins");
        foreach (var module in _stars)
        {
            if (SourceNames.EffectOf(module + "." + name) is not null)
                return PyValue.Named(module + "." + name);
        }

        return BuiltIn.Contains(name) ? PyValue.Named("builtins." + name) : PyValue.Unknown;
    }

    private PyScope? Outer { get; } = outer;
}
