using System.Buffers.Binary;

namespace SupplyChainAnalyzers.Scanner.Behavior.Inputs;

/// <summary>An array of real numbers as it lies in a file.</summary>
/// <param name="bytes">Little-endian, the last dimension first.</param>
/// <param name="type">Of a number, as safetensors calls it.</param>
/// <param name="shape">Elements in each dimension.</param>
internal sealed class NumberArray(byte[] bytes, string type, long[] shape)
{
    private readonly int _size = Sizes.GetValueOrDefault(type, 1);

    private static readonly Dictionary<string, int> Sizes = new(StringComparer.Ordinal)
    {
        ["F64"] = 8,
        ["F32"] = 4,
        ["F16"] = 2,
        ["I64"] = 8,
        ["I32"] = 4,
        ["I16"] = 2,
        ["I8"] = 1,
        ["U64"] = 8,
        ["U32"] = 4,
        ["U16"] = 2,
        ["U8"] = 1,
        ["BOOL"] = 1,
    };

    public long[] Shape { get; } = shape;

    public int Count => bytes.Length / _size;

    /// <summary>Whether its numbers are bytes, as pictures have them.</summary>
    public bool IsBytes => type == "U8";

    public double this[int index] => Number(bytes.AsSpan(index * _size, _size));

    public static bool IsKnown(string type) => Sizes.ContainsKey(type);

    public bool Any(Func<double, bool> matches) => Enumerable.Range(0, Count).Any(index => matches(this[index]));

    /// <summary>Some of them, each divided by a number.</summary>
    public float[] Floats(int first, int count, double divisor = 1)
    {
        var floats = new float[count];
        for (var i = 0; i < count; i++)
            floats[i] = (float)(this[first + i] / divisor);
        return floats;
    }

    private double Number(ReadOnlySpan<byte> number) => type switch
    {
        "F64" => BinaryPrimitives.ReadDoubleLittleEndian(number),
        "F32" => BinaryPrimitives.ReadSingleLittleEndian(number),
        "F16" => (double)BinaryPrimitives.ReadHalfLittleEndian(number),
        "I64" => BinaryPrimitives.ReadInt64LittleEndian(number),
        "I32" => BinaryPrimitives.ReadInt32LittleEndian(number),
        "I16" => BinaryPrimitives.ReadInt16LittleEndian(number),
        "I8" => (sbyte)number[0],
        "U64" => BinaryPrimitives.ReadUInt64LittleEndian(number),
        "U32" => BinaryPrimitives.ReadUInt32LittleEndian(number),
        "U16" => BinaryPrimitives.ReadUInt16LittleEndian(number),
        _ => number[0],
    };
}
