namespace SupplyChainAnalyzers.Scanner.Conversion.Pickled;

/// <summary>A part of a storage in some shape.</summary>
internal sealed class PyTensor(PyStorage storage, TensorType? type, string typeName, long start, long[] shape, long[] strides) : PyValue
{
    public PyStorage Storage { get; } = storage;

    public TensorType? Type { get; } = type;

    public string TypeName { get; } = typeName;

    public long Start { get; } = start;

    public long[] Shape { get; } = shape;

    public long[] Strides { get; } = strides;
}
