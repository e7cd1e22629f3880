using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Conversion.Pickled;

/// <summary>Elements of one kind, in torch's sense. Where they lie may be known only later (legacy files).</summary>
internal sealed class PyStorage(TensorType? type, string typeName) : PyValue
{
    public TensorType? Type { get; } = type;

    public string TypeName { get; } = typeName;

    public ByteSource? Bytes { get; set; }
}
