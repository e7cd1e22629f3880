namespace SupplyChainAnalyzers.Core.Sources.Python;

/// <summary>Names of a module, class or function. A name that is given more than one value has none that is known.</summary>
internal sealed class PythonScope(PythonScope? outer, bool isClass = false)
{
    private readonly Dictionary<string, PythonBinding> _names = new(StringComparer.Ordinal);

    public PythonScope? Outer { get; } = outer;

    /// <summary>Methods do not see the names of their class.</summary>
    public bool IsClass { get; } = isClass;

    public void Bind(string name, PythonBinding binding)
    {
        if (!_names.TryGetValue(name, out var known))
            _names[name] = binding;
        else if (known.Import is null && binding.Import is null)
            _names[name] = PythonBinding.Unknown;
        else if (known.Import is null)
            _names[name] = binding; // a stand-in for a package that is not installed (try, except ImportError)
    }

    public (PythonBinding Binding, PythonScope Scope)? Find(string name)
    {
        for (var scope = this; scope is not null; scope = scope.Outer)
        {
            if ((!scope.IsClass || scope == this) && scope._names.TryGetValue(name, out var binding))
                return (binding, scope);
        }

        return null;
    }

    /// <summary>A name of this scope alone.</summary>
    public PythonBinding? Own(string name) => _names.TryGetValue(name, out var binding) ? binding : null;
}
