using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Conversion.Pickled;

/// <summary>A numpy array; empty until its state is built.</summary>
internal sealed class PyArray : PyValue
{
    public PyDType? DType { get; set; }

    public long[] Shape { get; set; } = [];

    public bool IsFortran { get; set; }

    public ByteSource? Bytes { get; set; }
}
