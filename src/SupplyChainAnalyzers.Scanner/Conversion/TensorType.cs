namespace SupplyChainAnalyzers.Scanner.Conversion;

/// <summary>An element type that safetensors knows (its README, "Format").</summary>
/// <param name="Name">As safetensors writes it.</param>
/// <param name="Size">Bytes of an element.</param>
/// <param name="Part">Bytes of one number: half an element for complex ones. What is turned round when bytes are.</param>
internal sealed record TensorType(string Name, int Size, int Part)
{
    private static readonly Dictionary<string, TensorType> ByTorchName = new(StringComparer.Ordinal)
    {
        ["Double"] = new("F64", 8, 8),
        ["float64"] = new("F64", 8, 8),
        ["Float"] = new("F32", 4, 4),
        ["float32"] = new("F32", 4, 4),
        ["Half"] = new("F16", 2, 2),
        ["float16"] = new("F16", 2, 2),
        ["BFloat16"] = new("BF16", 2, 2),
        ["bfloat16"] = new("BF16", 2, 2),
        ["Long"] = new("I64", 8, 8),
        ["int64"] = new("I64", 8, 8),
        ["Int"] = new("I32", 4, 4),
        ["int32"] = new("I32", 4, 4),
        ["Short"] = new("I16", 2, 2),
        ["int16"] = new("I16", 2, 2),
        ["Char"] = new("I8", 1, 1),
        ["int8"] = new("I8", 1, 1),
        ["Byte"] = new("U8", 1, 1),
        ["uint8"] = new("U8", 1, 1),
        ["uint16"] = new("U16", 2, 2),
        ["uint32"] = new("U32", 4, 4),
        ["uint64"] = new("U64", 8, 8),
        ["Bool"] = new("BOOL", 1, 1),
        ["bool"] = new("BOOL", 1, 1),
        ["ComplexFloat"] = new("C64", 8, 4),
        ["complex64"] = new("C64", 8, 4),
        ["float8_e4m3fn"] = new("F8_E4M3", 1, 1),
        ["float8_e5m2"] = new("F8_E5M2", 1, 1),
    };

    private static readonly Dictionary<string, string> NumPyNames = new(StringComparer.Ordinal)
    {
        ["f8"] = "float64",
        ["f4"] = "float32",
        ["f2"] = "float16",
        ["i8"] = "int64",
        ["i4"] = "int32",
        ["i2"] = "int16",
        ["i1"] = "int8",
        ["u8"] = "uint64",
        ["u4"] = "uint32",
        ["u2"] = "uint16",
        ["u1"] = "uint8",
        ["b1"] = "bool",
        ["c8"] = "complex64",
    };

    /// <summary>Of <c>torch.FloatStorage</c> or <c>torch.float32</c>; null when safetensors has no such type.</summary>
    public static TensorType? OfTorch(string name) => ByTorchName.GetValueOrDefault(name.EndsWith("Storage", StringComparison.Ordinal) ? name[..^"Storage".Length] : name);

    /// <summary>Of numpy's short names without their byte order: <c>f4</c>.</summary>
    public static TensorType? OfNumPy(string name) => NumPyNames.TryGetValue(name, out var torch) ? ByTorchName[torch] : null;
}
