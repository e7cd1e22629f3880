using System.Text;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Formats.Tensors;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Flax;

/// <summary>
/// Flax's extension 1 (and 3, for one number): a list of shape, element type's name and bytes (flax/serialization.py,
/// _ndarray_to_bytes). The bytes must be those of the shape.
/// </summary>
internal static class FlaxArray
{
    private const int MaxDimensions = 64;

    private static readonly Dictionary<string, int> Sizes = new(StringComparer.Ordinal)
    {
        ["bool"] = 1,
        ["int4"] = 1,
        ["uint4"] = 1,
        ["int8"] = 1,
        ["uint8"] = 1,
        ["int16"] = 2,
        ["uint16"] = 2,
        ["int32"] = 4,
        ["uint32"] = 4,
        ["int64"] = 8,
        ["uint64"] = 8,
        ["float16"] = 2,
        ["bfloat16"] = 2,
        ["float32"] = 4,
        ["float64"] = 8,
        ["complex64"] = 8,
        ["complex128"] = 16,
        ["float8_e4m3fn"] = 1,
        ["float8_e5m2"] = 1,
        ["float8_e4m3b11fnuz"] = 1,
        ["float8_e4m3fnuz"] = 1,
        ["float8_e5m2fnuz"] = 1,
        ["V2"] = 2,
    };

    public static void Check(ByteSource array, string name, ScanContext context, long at)
    {
        var cursor = new FlaxCursor(array);
        if (cursor.List() != 3)
            throw new DamagedFileException("an array has no shape, type and data", at);

        var dimensions = cursor.List();
        if (dimensions > MaxDimensions)
            throw new DamagedFileException($"an array has {dimensions} dimensions", at);

        Int128 elements = 1;
        for (var left = dimensions; left > 0; left--)
            elements = Int128.Min(elements * cursor.Whole(), long.MaxValue);

        var type = Encoding.UTF8.GetString(cursor.Bytes(64));
        var length = cursor.BytesLength();
        if (!Sizes.TryGetValue(type, out var size))
            context.Report(Rules.EvaluatedValue, $"has an array '{Printable.Of(name, 80)}' of the type '{Printable.Of(type, 40)}', which is no number; get the model from its publisher", at, Severity.Medium, name);
        else if (elements * size != length || length != array.Length - cursor.Position)
            context.Report(Rules.ModelLie, $"has an array '{Printable.Of(name, 80)}' of {length} bytes where its shape and type need {elements * size}; do not use it", at, symbol: name);

        TensorContent.Check(new SliceSource(array, cursor.Position, array.Length - cursor.Position, "an array"), name, context, at + cursor.Position);
    }
}
