namespace SupplyChainAnalyzers.Scanner.Conversion.Pickled;

/// <summary>What a call would give that is not made here: code of its author's choice.</summary>
internal sealed class PyObject(string callable) : PyValue
{
    public string Callable { get; } = callable;

    public object? State { get; set; }
}
