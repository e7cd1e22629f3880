namespace SupplyChainAnalyzers.Scanner.Formats.Onnx;

/// <summary>Element types of tensors (onnx.proto, TensorProto.DataType).</summary>
internal static class OnnxType
{
    public const int String = 8;

    /// <summary>What one value is called where it isn't a number of one field.</summary>
    private const int Complex64 = 14;

    private const int Complex128 = 15;

    // In the order of their numbers, from 0.
    private static readonly string[] Names =
    [
        "undefined", "float", "uint8", "int8", "uint16", "int16", "int32", "int64", "string", "bool", "float16", "double", "uint32", "uint64",
        "complex64", "complex128", "bfloat16", "float8e4m3fn", "float8e4m3fnuz", "float8e5m2", "float8e5m2fnuz", "uint4", "int4", "float4e2m1", "float8e8m0",
        "uint2", "int2",
    ];

    /// <summary>As ONNX spells it; the number of a type that ONNX does not define.</summary>
    public static string Name(long type) =>
        type >= 0 && type < Names.Length ? Names[type] : "type " + type.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Bits of an element, 0 for texts; null for a type that ONNX does not define.</summary>
    public static int? Bits(long type) => type switch
    {
        2 or 3 or 9 or (>= 17 and <= 20) or 24 => 8, // UINT8 INT8 BOOL FLOAT8…
        4 or 5 or 10 or 16 => 16, // UINT16 INT16 FLOAT16 BFLOAT16
        1 or 6 or 12 => 32, // FLOAT INT32 UINT32
        7 or 11 or 13 or Complex64 => 64, // INT64 DOUBLE UINT64
        Complex128 => 128,
        >= 21 and <= 23 => 4, // UINT4 INT4 FLOAT4E2M1
        25 or 26 => 2, // UINT2 INT2
        String => 0,
        _ => null,
    };

    /// <summary>Whether so many entries of the typed fields are that many elements: narrow types may be packed, complex ones take two.</summary>
    public static bool Fits(long type, UInt128 elements, long entries)
    {
        var count = (UInt128)(ulong)entries;
        return type switch
        {
            Complex64 or Complex128 => count == elements * 2,
            (>= 21 and <= 23) or 25 or 26 => count == elements || count == (elements + 1) / 2 || count == (elements + 3) / 4,
            _ => count == elements,
        };
    }
}
