namespace SupplyChainAnalyzers.Scanner.Behavior.Onnx;

/// <summary>TensorProto.DataType: the element types whose values are read here; the numbers are ONNX's and ONNX Runtime's.</summary>
internal enum TensorType
{
    Undefined = 0,
    Float = 1,
    UInt8 = 2,
    Int8 = 3,
    UInt16 = 4,
    Int16 = 5,
    Int32 = 6,
    Int64 = 7,
    String = 8,
    Bool = 9,
    Float16 = 10,
    Double = 11,
    UInt32 = 12,
    UInt64 = 13,
    BFloat16 = 16,
}
