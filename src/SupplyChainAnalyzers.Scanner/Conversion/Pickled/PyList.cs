namespace SupplyChainAnalyzers.Scanner.Conversion.Pickled;

/// <summary>A tuple, list or set: all are read as lists.</summary>
internal sealed class PyList(List<object?> items, bool isTuple = false) : PyValue
{
    public List<object?> Items { get; } = items;

    public bool IsTuple { get; } = isTuple;
}
