namespace SupplyChainAnalyzers.Scanner.Conversion.Pickled;

/// <summary>An imported name, which is not imported here.</summary>
internal sealed class PyGlobal(string module, string name) : PyValue
{
    public string Module { get; } = module;

    public string Name { get; } = name;

    public override string ToString() => Module + "." + Name;
}
